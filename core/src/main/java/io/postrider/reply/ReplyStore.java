package io.postrider.reply;

import io.postrider.reply.FoundReply.Answered;
import io.postrider.reply.FoundReply.Person;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replies for people, the newest first. */
public final class ReplyStore {
    private static final String FIND = """
            select y.*, s.name as sender, r.mailing_id, g.name as mailing, q.name as resource,
              coalesce(nullif(concat_ws(' ', p.fname, p.lname), ''), '') as person
            from reply y
            left join sender s on s.account_id = y.account_id and s.id = y.sender_id
            left join run r on r.account_id = y.account_id and r.id = y.run_id
            left join mailing g on g.account_id = y.account_id and g.id = r.mailing_id
            left join resource q on q.account_id = y.account_id and q.id = y.resource_id
            left join profile p on p.account_id = y.account_id and p.database_id = y.database_id and p.id = y.profile_id
            where y.account_id = $1 and y.id < $2 and ($3::text is null or y.text ilike $3 or y.contact like $4)
              and ($5::text is null or y.kind = $5) and ($6::bigint is null or y.sender_id = $6)
              and ($7::timestamptz is null or y.at >= $7) and ($8::timestamptz is null or y.at < $8)
            order by y.id desc limit $9
            """;

    private final Database database;

    public ReplyStore(Database database) {
        this.database = database;
    }

    /** At most so many replies. */
    public Future<List<FoundReply>> find(ReplySearch search, int limit) {
        ReplyKind kind = search.kind();
        return database.list(
                ReplyStore::reply,
                FIND,
                search.accountId(),
                search.before(),
                search.part().isEmpty() ? null : Database.containing(search.part()),
                phone(search.part()),
                kind == null ? null : kind.word(),
                search.senderId(),
                time(search.from()),
                time(search.to()),
                limit);
    }

    /** A pattern for phones, however they are written; null, which finds none, for what is no part of a phone. */
    private static @Nullable String phone(String part) {
        String digits = part.replaceAll("[\\s()+.-]", "");
        return digits.matches("[0-9]+") ? "%" + digits + "%" : null;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static FoundReply reply(Row row) {
        @Nullable String kind = row.getString("kind");
        @Nullable String word = row.getString("word");
        return new FoundReply(
                row.getLong("id"),
                row.getLong("sender_id"),
                row.getString("sender"),
                row.getString("contact"),
                row.getString("caller_id"),
                row.getString("text"),
                row.getOffsetDateTime("at").toInstant(),
                kind == null ? null : ReplyKind.of(kind).orElse(ReplyKind.OTHER),
                word == null ? "" : word,
                row.getInteger("changed"),
                row.getBoolean("spared"),
                row.getBoolean("repeated"),
                answered(row),
                person(row));
    }

    private static @Nullable Answered answered(Row row) {
        return row.getLong("message_id") == null
                ? null
                : new Answered(
                        row.getLong("run_id"),
                        row.getLong("message_id"),
                        row.getLong("mailing_id"),
                        row.getString("mailing"),
                        row.getLong("resource_id"),
                        row.getString("resource"));
    }

    private static @Nullable Person person(Row row) {
        return row.getLong("profile_id") == null
                ? null
                : new Person(row.getLong("database_id"), row.getLong("profile_id"), row.getString("person"));
    }
}
