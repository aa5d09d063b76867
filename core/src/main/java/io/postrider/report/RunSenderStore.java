package io.postrider.report;

import io.postrider.mailing.Run;
import io.postrider.store.Database;
import io.vertx.core.Future;
import java.util.List;

/** Reads by which senders a run's messages go, from its rollup. */
public final class RunSenderStore {
    private static final String OF = """
            with written as (
              select sender_id, coalesce(sum(n) filter (where from_state = -1), 0)::bigint as messages
              from run_hour where account_id = $1 and run_id = $2 group by sender_id),
            queue as (
              select sender_id, sum(last_id - released)::bigint as waiting
              from dispatch_batch where account_id = $1 and run_id = $2 group by sender_id)
            select sender_id, s.name, coalesce(w.messages, 0) as messages, coalesce(q.waiting, 0) as waiting
            from written w full join queue q using (sender_id)
            left join sender s on s.account_id = $1 and s.id = sender_id
            order by sender_id
            """;

    private final Database database;

    public RunSenderStore(Database database) {
        this.database = database;
    }

    /** The senders of a run. */
    Future<List<RunSender>> of(Run run) {
        return database.list(
                row -> new RunSender(
                        row.getLong("sender_id"),
                        row.getString("name"),
                        row.getLong("messages"),
                        row.getLong("waiting")),
                OF,
                run.accountId(),
                run.id());
    }
}
