package io.postrider.message;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;

/** Counts a run again from its facts and says where its rollups differ, which they must not. */
public final class RecountStore {
    private static final String DIFFERENCES = """
            with counted as (
              select sender_id, date_trunc('hour', created_at, 'UTC') as hour, -1 as from_state, 0 as to_state, '' as code,
                count(*) as n, sum(parts) as parts
              from message where account_id = $1 and run_id = $2 group by 1, 2
              union all
              select e.sender_id, date_trunc('hour', e.at, 'UTC'), e.from_state, e.to_state, coalesce(e.code, ''), count(*),
                sum(m.parts)
              from message_event e join message m on m.run_id = e.run_id and m.id = e.message_id
              where m.account_id = $1 and e.run_id = $2 and e.from_state <> e.to_state group by 1, 2, 3, 4, 5
            ), rolled as (
              select sender_id, hour, from_state, to_state, code, n, parts from run_hour where account_id = $1 and run_id = $2
            )
            select concat_ws(' ', 'sender', sender_id, hour, from_state, 'to', to_state, code) as what,
              coalesce(r.n, 0)::bigint as rolled, coalesce(c.n, 0)::bigint as counted
            from counted c full join rolled r using (sender_id, hour, from_state, to_state, code)
            where coalesce(r.n, 0) <> coalesce(c.n, 0) or coalesce(r.parts, 0) <> coalesce(c.parts, 0)
            union all
            select concat_ws(' ', 'left out:', reason), coalesce(r.n, 0)::bigint, coalesce(c.n, 0)::bigint
            from (select reason, count(*) as n from message_exclusion where account_id = $1 and run_id = $2 group by reason) c
            full join (select reason, n from run_exclusion where account_id = $1 and run_id = $2) r using (reason)
            where coalesce(r.n, 0) <> coalesce(c.n, 0)
            order by what
            """;
    private final Database database;

    /**
     * A rollup that is not what the facts say; the number of parts may differ when the messages do not.
     *
     * @param what the key of the rollup, in words
     */
    public record Difference(String what, long rolled, long counted) {}

    public RecountStore(Database database) {
        this.database = database;
    }

    /** Where rollups and facts of a run differ. */
    public Future<List<Difference>> differences(long account, long runId) {
        return database.list(RecountStore::difference, DIFFERENCES, account, runId);
    }

    private static Difference difference(Row row) {
        return new Difference(row.getString("what"), row.getLong("rolled"), row.getLong("counted"));
    }
}
