package io.postrider.message;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.List;

/** Counts a run again from its facts and says where its rollups differ, which they must not. */
public final class RecountStore {
    private static final String COUNTED = """
            select sender_id, date_trunc('hour', created_at, 'UTC') as hour, -1 as from_state, 0 as to_state, '' as code,
              count(*) as n, sum(parts) as parts, 0 as cost
            from message where account_id = $1 and run_id = $2 group by 1, 2
            union all
            select e.sender_id, date_trunc('hour', e.at, 'UTC'), e.from_state, e.to_state, coalesce(e.code, ''),
              count(*) filter (where e.from_state <> e.to_state),
              coalesce(sum(m.parts) filter (where e.from_state <> e.to_state), 0), coalesce(sum(e.cost), 0)
            from message_event e join message m on m.run_id = e.run_id and m.id = e.message_id
            where m.account_id = $1 and e.run_id = $2 and (e.from_state <> e.to_state or e.cost > 0)
            group by 1, 2, 3, 4, 5
            """;
    private static final String LEFT_OUT =
            "select reason, count(*) as n from message_exclusion where account_id = $1 and run_id = $2 group by reason";
    private static final String DIFFERENCES =
            "with counted as (" + COUNTED + "), left_out as (" + LEFT_OUT + "), rolled as (" + """
              select sender_id, hour, from_state, to_state, code, n, parts, cost from run_hour
              where account_id = $1 and run_id = $2
            )
            select concat_ws(' ', 'sender', sender_id, hour, from_state, 'to', to_state, code) as what,
              coalesce(r.n, 0)::bigint as rolled, coalesce(c.n, 0)::bigint as counted,
              coalesce(r.parts, 0)::bigint as rolled_parts, coalesce(c.parts, 0)::bigint as counted_parts,
              coalesce(r.cost, 0)::bigint as rolled_cost, coalesce(c.cost, 0)::bigint as counted_cost
            from counted c full join rolled r using (sender_id, hour, from_state, to_state, code)
            where coalesce(r.n, 0) <> coalesce(c.n, 0) or coalesce(r.parts, 0) <> coalesce(c.parts, 0)
              or coalesce(r.cost, 0) <> coalesce(c.cost, 0)
            union all
            select concat_ws(' ', 'left out:', reason), coalesce(r.n, 0)::bigint, coalesce(c.n, 0)::bigint, 0, 0, 0, 0
            from left_out c
            full join (select reason, n from run_exclusion where account_id = $1 and run_id = $2) r using (reason)
            where coalesce(r.n, 0) <> coalesce(c.n, 0)
            order by what
            """;
    private static final String RUNS = "select account_id, id from run order by id";
    /** Writers of rollups wait; readers do not. */
    private static final String LOCK = "lock table run_exclusion, run_hour in share row exclusive mode";

    private static final String FORGET_HOURS = "delete from run_hour where account_id = $1 and run_id = $2";
    private static final String FORGET_LEFT_OUT = "delete from run_exclusion where account_id = $1 and run_id = $2";
    private static final String WRITE_HOURS = "insert into run_hour (account_id, run_id, sender_id, hour, from_state,"
            + " to_state, code, n, parts, cost) select $1, $2, c.* from (" + COUNTED + ") as c";
    private static final String WRITE_LEFT_OUT =
            "insert into run_exclusion (account_id, run_id, reason, n) select $1, $2, c.* from (" + LEFT_OUT + ") as c";

    private final Database database;

    /** A run of an account. */
    public record CountedRun(long accountId, long runId) {}

    /**
     * A rollup that is not what the facts say.
     *
     * @param what the key of the rollup, in words
     * @param rolledCost in millionths
     * @param countedCost in millionths
     */
    public record Difference(
            String what,
            long rolled,
            long counted,
            long rolledParts,
            long countedParts,
            long rolledCost,
            long countedCost) {}

    public RecountStore(Database database) {
        this.database = database;
    }

    /** Where rollups and facts of a run differ. */
    public Future<List<Difference>> differences(long account, long runId) {
        return database.list(RecountStore::difference, DIFFERENCES, account, runId);
    }

    /** Every run there is, the oldest first. */
    public Future<List<CountedRun>> runs() {
        return database.list(row -> new CountedRun(row.getLong("account_id"), row.getLong("id")), RUNS);
    }

    /** Makes the rollups of a run what its facts say. */
    public Future<Void> repair(CountedRun run) {
        return database.inTransaction(transaction -> Database.query(transaction, LOCK)
                .compose(ignored -> write(transaction, FORGET_HOURS, run))
                .compose(ignored -> write(transaction, FORGET_LEFT_OUT, run))
                .compose(ignored -> write(transaction, WRITE_HOURS, run))
                .compose(ignored -> write(transaction, WRITE_LEFT_OUT, run))
                .mapEmpty());
    }

    private static Future<?> write(SqlClient transaction, String sql, CountedRun run) {
        return Database.query(transaction, sql, run.accountId(), run.runId());
    }

    private static Difference difference(Row row) {
        return new Difference(
                row.getString("what"),
                row.getLong("rolled"),
                row.getLong("counted"),
                row.getLong("rolled_parts"),
                row.getLong("counted_parts"),
                row.getLong("rolled_cost"),
                row.getLong("counted_cost"));
    }
}
