package io.postrider.report;

import io.postrider.mailing.MailingReason;
import io.postrider.mailing.MailingState;
import io.postrider.mailing.Run;
import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads names, hands and what waits of a run. */
public final class RunDetailStore {
    private static final String OF = """
            select m.name as mailing, m.state as mailing_state, r.name as resource, d.name as database, t.name as template,
              coalesce(s.name, p.plan ->> 'name') as sender, u.started_by, u.paused_by, u.paused_at, u.stopped_by, u.stopped_at,
              exists (select from dispatch_batch b
                where b.run_id = u.id and b.released < b.last_id and b.not_before <= $3) as due,
              (select min(b.not_before) from dispatch_batch b
                where b.run_id = u.id and b.released < b.last_id and b.not_before > $3) as next_try
            from run u
            left join mailing m on m.account_id = u.account_id and m.id = u.mailing_id
            left join resource r on r.account_id = u.account_id and r.id = u.resource_id
            left join profile_database d on d.account_id = u.account_id and d.id = u.database_id
            left join template t on t.account_id = u.account_id and t.id = u.template_id
            left join sender s on s.account_id = u.account_id and s.id = u.sender_id
            left join run_route p on p.account_id = u.account_id and p.run_id = u.id
            where u.account_id = $1 and u.id = $2
            """;

    private final Database database;

    public RunDetailStore(Database database) {
        this.database = database;
    }

    /** The details of a run at a moment. */
    Future<RunDetail> of(Run run, Instant now) {
        return database.first(RunDetailStore::detail, OF, run.accountId(), run.id(), now.atOffset(ZoneOffset.UTC))
                .map(detail -> detail.orElseThrow(() -> Refusal.of(MailingReason.RUN_NOT_FOUND)));
    }

    private static RunDetail detail(Row row) {
        String state = row.getString("mailing_state");
        return new RunDetail(
                row.getString("mailing"),
                state == null ? null : MailingState.of(state),
                row.getString("resource"),
                row.getString("database"),
                row.getString("template"),
                row.getString("sender"),
                row.getString("started_by"),
                row.getString("paused_by"),
                instant(row, "paused_at"),
                row.getString("stopped_by"),
                instant(row, "stopped_at"),
                row.getBoolean("due"),
                instant(row, "next_try"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
