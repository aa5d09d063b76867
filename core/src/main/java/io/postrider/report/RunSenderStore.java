package io.postrider.report;

import io.postrider.mailing.Run;
import io.postrider.store.Database;
import io.vertx.core.Future;
import java.util.List;

/** Reads by which senders a run's messages go, from its rollup. */
public final class RunSenderStore {
    private static final String OF = """
            select h.sender_id, s.name, coalesce(sum(h.n) filter (where h.from_state = -1), 0)::bigint as messages,
              (coalesce(sum(h.n) filter (where h.to_state = 0), 0) - coalesce(sum(h.n) filter (where h.from_state = 0), 0))::bigint
                as waiting
            from run_hour h left join sender s on s.account_id = h.account_id and s.id = h.sender_id
            where h.account_id = $1 and h.run_id = $2 group by h.sender_id, s.name order by h.sender_id
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
