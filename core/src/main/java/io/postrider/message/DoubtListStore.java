package io.postrider.message;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds and counts messages in doubt. */
public final class DoubtListStore {
    private static final String WHERE = """
             where d.account_id = $1 and d.message_id < $2
              and ($3::bigint is null or d.run_id in (
                select id from run where account_id = $1 and mailing_id = $3))
              and ($4::bigint is null or d.run_id = $4)
              and ($5::bigint is null or d.sender_id = $5)
              and ($6::text is null or d.state = $6)
              and ($7::bigint is null or d.contact_key = $7)
              and ($8::timestamptz is null or d.since >= $8)
              and ($9::timestamptz is null or d.since < $9)
            order by d.message_id desc limit $10
            """;
    private static final String PAGE = """
            select d.message_id as id, d.run_id, d.sender_id, d.state, d.reason, d.attempt, d.since, m.contact, m.parts,
              m.created_at + make_interval(secs => coalesce(r.validity_seconds, 0)) as good_until,
              r.mailing_id, coalesce(r.kind = 'test', false) as test, coalesce(r.rehearsal, false) as rehearsal,
              g.name as mailing, s.name as sender
            from (select d.* from message_doubt d
            """ + WHERE + """
            ) d
            join message m on m.run_id = d.run_id and m.id = d.message_id
            left join run r on r.account_id = d.account_id and r.id = d.run_id
            left join mailing g on g.account_id = d.account_id and g.id = r.mailing_id
            left join sender s on s.account_id = d.account_id and s.id = d.sender_id
            order by d.message_id desc
            """;
    private static final String IDS = "select d.message_id from message_doubt d" + WHERE;
    private static final String COUNT = "select count(*) as n from (select from message_doubt d" + WHERE + ") as found";
    private static final String COUNTS = """
            select d.run_id, d.sender_id, d.state, count(*) as n, r.mailing_id, g.name as mailing, s.name as sender
            from message_doubt d
            left join run r on r.account_id = d.account_id and r.id = d.run_id
            left join mailing g on g.account_id = d.account_id and g.id = r.mailing_id
            left join sender s on s.account_id = d.account_id and s.id = d.sender_id
            where d.account_id = $1 and ($2::bigint is null or d.run_id = $2)
            group by d.run_id, d.sender_id, d.state, r.mailing_id, g.name, s.name
            order by d.run_id desc, d.sender_id, d.state limit 1000
            """;
    private static final int VALUES = 10;

    private final Database database;

    /** How many messages of a run and a sender are in doubt. */
    public record Count(
            long runId,
            @Nullable Long mailingId,
            @Nullable String mailing,
            long senderId,
            @Nullable String sender,
            DoubtState state,
            long count) {}

    public DoubtListStore(Database database) {
        this.database = database;
    }

    /** The newest messages in doubt with numbers below {@code before}. */
    public Future<List<FoundDoubt>> page(DoubtSearch search, long before, int limit) {
        return database.list(DoubtListStore::doubt, PAGE, values(search, before, limit));
    }

    /** Their numbers alone. */
    public Future<List<Long>> ids(DoubtSearch search, long before, int limit) {
        return database.list(row -> row.getLong("message_id"), IDS, values(search, before, limit));
    }

    /** How many a search finds. */
    public Future<Long> count(DoubtSearch search) {
        return database.first(row -> row.getLong("n"), COUNT, values(search, Long.MAX_VALUE, Integer.MAX_VALUE))
                .map(Optional::orElseThrow);
    }

    /** How many there are, by run, sender and state. */
    public Future<List<Count>> counts(long account, @Nullable Long runId) {
        return database.list(DoubtListStore::count, COUNTS, account, runId);
    }

    private static @Nullable Object[] values(DoubtSearch search, long before, int limit) {
        DoubtState state = search.state();
        @Nullable Object[] values = new Object[VALUES];
        int at = 0;
        values[at++] = search.accountId();
        values[at++] = before;
        values[at++] = search.mailingId();
        values[at++] = search.runId();
        values[at++] = search.senderId();
        values[at++] = state == null ? null : state.word();
        values[at++] = search.phone();
        values[at++] = time(search.from());
        values[at++] = time(search.to());
        values[at] = limit;
        return values;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Count count(Row row) {
        return new Count(
                row.getLong("run_id"),
                row.getLong("mailing_id"),
                row.getString("mailing"),
                row.getLong("sender_id"),
                row.getString("sender"),
                DoubtState.of(row.getString("state")),
                row.getLong("n"));
    }

    private static FoundDoubt doubt(Row row) {
        return new FoundDoubt(
                row.getLong("id"),
                row.getLong("run_id"),
                row.getLong("mailing_id"),
                row.getString("mailing"),
                row.getBoolean("test"),
                row.getBoolean("rehearsal"),
                row.getLong("sender_id"),
                row.getString("sender"),
                row.getString("contact"),
                row.getInteger("parts"),
                DoubtState.of(row.getString("state")),
                row.getString("reason"),
                row.getInteger("attempt"),
                row.getOffsetDateTime("since").toInstant(),
                row.getOffsetDateTime("good_until").toInstant());
    }
}
