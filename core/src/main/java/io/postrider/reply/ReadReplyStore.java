package io.postrider.reply;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how a reply was read and lets it act, in one transaction: a reply is unread until all of it is durable, so it acts
 * once however often reading is tried. Replies are read in the order in which they were stored; whoever reads holds off others.
 */
public final class ReadReplyStore {
    private static final String UNREAD = """
            select y.id, y.account_id, y.sender_id, y.contact_key, y.caller_id, y.text, y.at,
              coalesce(s.rehearsal, false) as rehearsal,
              coalesce(s.rehearsal, false)
                and exists (select from sender l where l.account_id = y.account_id and not l.rehearsal) as spared
            from reply y left join sender s on s.account_id = y.account_id and s.id = y.sender_id
            where y.kind is null order by y.id limit $1 for update of y
            """;
    // The message that it most likely answers: the newest that went out under the caller ID that was answered, else by
    // the same
    // sender; a test message to try a sender out has no resource and comes last.
    private static final String ANSWERED = """
            select r.id as run_id, m.id, nullif(r.resource_id, 0) as resource_id, r.kind = 'test' as test, m.database_id, m.profile_id
            from message m join run r on r.account_id = m.account_id and r.id = m.run_id
            cross join lateral (
              select ltrim(lower(r.caller_id), '+') = ltrim(lower($4), '+') as same,
                exists (select from message_event s where s.run_id = m.run_id and s.message_id = m.id
                  and s.kind in (1, 3) and s.sender_id = $3) as through) c
            where m.account_id = $1 and m.contact_key = $2 and m.channel = 'sms' and (c.through or c.same)
              and r.rehearsal = $5 and m.created_at <= $6::timestamptz + interval '10 minutes'
              and exists (select from message_event e
                where e.run_id = m.run_id and e.message_id = m.id and e.kind in (1, 3))
            order by r.resource_id = 0, c.same desc, c.through desc, m.created_at desc, m.id desc limit 1
            """;
    private static final String PERSON = """
            select d.id as database_id, k.profile_id from profile_database d cross join lateral (
              select k.profile_id from profile_key k where k.account_id = d.account_id and k.database_id = d.id
                and k.field = 'phones' and k.value = $2::text order by k.profile_id limit 1) k
            where d.account_id = $1 order by d.id limit 1
            """;
    private static final String EFFECT = """
            changed as (
              update subscription s set status = h.wanted, version = s.version + 1, updated_at = $4
              from hit h where s.account_id = $1 and s.id = h.id
              returning s.account_id, s.id, s.version, h.status, h.wanted)
            insert into reply_effect (account_id, reply_id, subscription_id, from_status, to_status, version)
            select account_id, $3, id, status, wanted, version from changed
            """;
    // Paused and unconfirmed ones too, since they would come to life again.
    private static final String STOP = """
            with own as materialized (
              select s.id from resource q join profile_database d on d.account_id = q.account_id
              cross join lateral (
                select s.id from subscription s where s.account_id = q.account_id and s.resource_id = q.id
                  and s.channel = 'sms' and s.database_id = d.id and s.contact_key = $2 limit 1000) s
              where q.account_id = $1 and ($5::bigint is null or q.id = $5)),
            hit as materialized (
              select s.id, s.status, 1::smallint as wanted from subscription s
              where s.account_id = $1 and s.id = any (array(select id from own)) and s.status in (0, 4, 5)
              order by s.id for update),
            """ + EFFECT;
    // Only what a stop to the same caller ID or sender ended, and nobody has touched since.
    private static final String START = """
            with ended as materialized (
              select distinct on (f.subscription_id) f.subscription_id as id, f.from_status, f.to_status, f.version
              from reply y join reply_effect f on f.account_id = y.account_id and f.reply_id = y.id
              where y.account_id = $1 and y.contact_key = $2 and y.id < $3
                and (y.sender_id = $5 or ltrim(lower(y.caller_id), '+') = ltrim(lower($6), '+'))
              order by f.subscription_id, f.reply_id desc),
            hit as materialized (
              select s.id, s.status, e.from_status as wanted from subscription s join ended e on e.id = s.id
              where s.account_id = $1 and s.id = any (array(select id from ended)) and s.status = 1 and e.to_status = 1
                and s.version = e.version
              order by s.id for update of s),
            """ + EFFECT;
    private static final String READ = """
            update reply y set kind = $3, word = $4, read_at = $5, run_id = $6, message_id = $7, resource_id = $8,
              database_id = $9, profile_id = $10, changed = $11, spared = $12,
              repeated = coalesce((select z.text = y.text and z.caller_id = y.caller_id and z.at >= y.at - interval '10 minutes'
                from reply z where z.account_id = $1 and z.contact_key = y.contact_key and z.contact = y.contact and z.id < $2
                order by z.id desc limit 1), false)
            where y.account_id = $1 and y.id = $2
            """;

    private final Database database;

    /**
     * What a reply answers, and whose it is, as far as that is known.
     *
     * @param resourceId null for a message that belongs to none
     */
    private record Answered(
            @Nullable Long runId,
            @Nullable Long messageId,
            @Nullable Long resourceId,
            @Nullable Long databaseId,
            @Nullable Long profileId) {
        static final Answered NOTHING = new Answered(null, null, null, null, null);
    }

    /** A reply as it was read; {@code runId} is null if it answers no message, {@code changed} counts subscriptions. */
    public record Done(
            UnreadReply reply, Reading reading, @Nullable Long runId, int changed) {}

    /** @param database a pool whose connections never scan a whole table */
    public ReadReplyStore(Database database) {
        this.database = database;
    }

    /** Reads the oldest unread replies, at most so many; those of an account by its words. */
    public Future<List<Done>> read(int limit, Instant now) {
        return database.inTransaction(transaction -> Database.query(transaction, UNREAD, limit)
                .map(rows -> Database.rows(rows, ReadReplyStore::unread))
                .compose(unread -> oneByOne(transaction, unread, now)));
    }

    private static Future<List<Done>> oneByOne(SqlConnection transaction, List<UnreadReply> unread, Instant now) {
        WordsOfAccountsStore words = new WordsOfAccountsStore(transaction);
        Future<List<Done>> all = Future.succeededFuture(List.of());
        for (UnreadReply reply : unread) {
            all = all.compose(done -> words.of(reply.accountId())
                    .compose(known -> read(transaction, reply, known.read(reply.text()), now))
                    .map(one -> Stream.concat(done.stream(), Stream.of(one)).toList()));
        }
        return all;
    }

    private static Future<Done> read(SqlConnection transaction, UnreadReply reply, Reading reading, Instant now) {
        return answered(transaction, reply)
                .compose(answered -> act(transaction, reply, reading, answered, now)
                        .compose(changed -> Database.query(
                                        transaction,
                                        READ,
                                        reply.accountId(),
                                        reply.id(),
                                        reading.kind().word(),
                                        reading.word(),
                                        now.atOffset(ZoneOffset.UTC),
                                        answered.runId(),
                                        answered.messageId(),
                                        answered.resourceId(),
                                        answered.databaseId(),
                                        answered.profileId(),
                                        changed,
                                        reply.spared())
                                .map(written -> new Done(reply, reading, answered.runId(), changed))));
    }

    private static Future<Answered> answered(SqlConnection transaction, UnreadReply reply) {
        if (reply.contactKey() == 0) {
            return Future.succeededFuture(Answered.NOTHING);
        }
        return Database.query(
                        transaction,
                        ANSWERED,
                        reply.accountId(),
                        reply.contactKey(),
                        reply.senderId(),
                        reply.callerId(),
                        reply.rehearsal(),
                        reply.at().atOffset(ZoneOffset.UTC))
                .map(rows -> first(rows, row -> row))
                .compose(message -> message.isPresent() && !message.get().getBoolean("test")
                        ? Future.succeededFuture(answered(message.get(), message.get()))
                        : Database.query(transaction, PERSON, reply.accountId(), Long.toString(reply.contactKey()))
                                .map(rows -> answered(
                                        message.orElse(null),
                                        first(rows, row -> row).orElse(null))));
    }

    private static Answered answered(@Nullable Row message, @Nullable Row person) {
        return new Answered(
                message == null ? null : message.getLong("run_id"),
                message == null ? null : message.getLong("id"),
                message == null ? null : message.getLong("resource_id"),
                person == null ? null : person.getLong("database_id"),
                person == null ? null : person.getLong("profile_id"));
    }

    private static <T> Optional<T> first(Iterable<Row> rows, Function<Row, T> mapper) {
        var all = rows.iterator();
        return all.hasNext() ? Optional.of(mapper.apply(all.next())) : Optional.empty();
    }

    /** How many subscriptions it changed. */
    private static Future<Integer> act(
            SqlConnection transaction, UnreadReply reply, Reading reading, Answered answered, Instant now) {
        if (reply.contactKey() == 0 || reply.spared()) {
            return Future.succeededFuture(0);
        }
        var at = now.atOffset(ZoneOffset.UTC);
        long account = reply.accountId();
        return switch (reading.kind()) {
            case STOP ->
                Database.query(transaction, STOP, account, reply.contactKey(), reply.id(), at, answered.resourceId())
                        .map(rows -> rows.rowCount());
            case START ->
                Database.query(
                                transaction,
                                START,
                                account,
                                reply.contactKey(),
                                reply.id(),
                                at,
                                reply.senderId(),
                                reply.callerId())
                        .map(rows -> rows.rowCount());
            case HELP, OTHER -> Future.succeededFuture(0);
        };
    }

    private static UnreadReply unread(Row row) {
        return new UnreadReply(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getLong("sender_id"),
                row.getLong("contact_key"),
                row.getString("caller_id"),
                row.getString("text"),
                row.getOffsetDateTime("at").toInstant(),
                row.getBoolean("rehearsal"),
                row.getBoolean("spared"));
    }
}
