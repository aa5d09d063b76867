package io.postrider.report;

import io.postrider.http.HttpReason;
import io.postrider.mailing.MailingStore;
import io.postrider.mailing.RunState;
import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists mailings with the names of what they use and their newest run, in one statement. */
public final class MailingRowStore {
    private static final String PAGE = """
            select m.*, m.sort_key::text as sort_text, r.name as resource, d.name as database, t.name as template,
              coalesce(s.name, v.name) as sender, coalesce(s.rehearsal, (select bool_and(vs.rehearsal) from virtual_sender_use vu
                join sender vs on vs.account_id = vu.account_id and vs.id = vu.sender_id
                where vu.account_id = m.account_id and vu.virtual_sender_id = m.virtual_sender_id), false) as rehearsal, u.id as run_id, u.state as run_state, u.rehearsal as run_rehearsal, u.stopped, u.opened_at, u.finished_at, u.rested_at
            from (
              select m.*, %1$s as sort_key from mailing m
              where account_id = $1 and name ilike $2 and (cardinality($3::text[]) = 0 or state = any($3))
                and ($4::text is null or (%1$s, m.id) %3$s (($4::text)::%2$s, $5::bigint))
              order by %1$s %4$s, m.id %4$s limit $6) m
            left join resource r on r.account_id = m.account_id and r.id = m.resource_id
            left join profile_database d on d.account_id = m.account_id and d.id = m.database_id
            left join template t on t.account_id = m.account_id and t.id = m.template_id
            left join sender s on s.account_id = m.account_id and s.id = m.sender_id
            left join virtual_sender v on v.account_id = m.account_id and v.id = m.virtual_sender_id
            left join lateral (
              select id, state, rehearsal, stopped, opened_at, finished_at, rested_at from run
              where account_id = m.account_id and mailing_id = m.id and kind = 'live'
              order by id desc limit 1) u on true
            order by m.sort_key %4$s, m.id %4$s
            """;
    private static final String DATA_EXCEPTION = "22";

    private final Database database;

    public MailingRowStore(Database database) {
        this.database = database;
    }

    /**
     * A page of mailings.
     *
     * @param q what their names contain
     * @param states only these; empty for any
     * @param after the last one of the page before; null for the first page
     */
    Future<List<MailingRow>> page(
            long account,
            String q,
            List<String> states,
            MailingSort sort,
            boolean descending,
            @Nullable MailingPlace after,
            int limit) {
        String sql = PAGE.formatted(sort.key(), sort.type(), descending ? "<" : ">", descending ? "desc" : "asc");
        return database.list(
                        MailingRowStore::row,
                        sql,
                        account,
                        Database.containing(q),
                        states.toArray(String[]::new),
                        after == null ? null : after.key(),
                        after == null ? null : after.id(),
                        limit)
                .recover(MailingRowStore::foreign);
    }

    /** A cursor of another order does not fit this one's type. */
    private static Future<List<MailingRow>> foreign(Throwable problem) {
        boolean data = problem instanceof PgException pg
                && String.valueOf(pg.getSqlState()).startsWith(DATA_EXCEPTION);
        return Future.failedFuture(data ? Refusal.ofField(HttpReason.BAD_CURSOR, "/after", Map.of()) : problem);
    }

    private static MailingRow row(Row row) {
        return new MailingRow(
                MailingStore.mailing(row),
                row.getString("resource"),
                row.getString("database"),
                row.getString("template"),
                row.getString("sender"),
                row.getBoolean("rehearsal"),
                run(row),
                row.getString("sort_text"));
    }

    private static MailingRow.@Nullable LastRun run(Row row) {
        Long id = row.getLong("run_id");
        return id == null
                ? null
                : new MailingRow.LastRun(
                        id,
                        RunState.of(row.getString("run_state")),
                        row.getBoolean("run_rehearsal"),
                        row.getBoolean("stopped"),
                        row.getOffsetDateTime("opened_at").toInstant(),
                        instant(row, "finished_at"),
                        instant(row, "rested_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
