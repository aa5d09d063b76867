package io.postrider.report;

import io.postrider.mailing.Run;
import io.postrider.message.MessageState;
import io.postrider.sender.price.Costs;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Reads the counters of runs from their rollups, never from the facts. */
public final class FigureStore {
    private static final String AUDIENCE = """
            select coalesce((select without_contact from run where account_id = $1 and id = $2), 0)
                + coalesce(sum(received), 0)::bigint as received,
              coalesce(sum(found), 0)::bigint as found
            from chunk where account_id = $1 and run_id = $2
            """;
    private static final String EXCLUSIONS =
            "select reason, n from run_exclusion where account_id = $1 and run_id = $2";
    private static final String STATES = """
            select state, sum(n)::bigint as n, sum(parts)::bigint as parts, sum(accepted)::bigint as accepted
            from (
              select to_state as state, n, parts, case when to_state = 1 then n else 0 end as accepted
              from run_hour where account_id = $1 and run_id = $2
              union all
              select from_state, -n, -parts, 0 from run_hour where account_id = $1 and run_id = $2
            ) as transitions
            where state >= 0 group by state
            """;
    private static final String CLICKS = """
            select coalesce(sum(clicks), 0)::bigint as clicks, coalesce(sum(robots), 0)::bigint as robots,
              coalesce(sum(people), 0)::bigint as people,
              (select count(*) from reply where account_id = $1 and run_id = $2 and kind = 'stop' and changed > 0) as opt_outs
            from run_click where account_id = $1 and run_id = $2
            """;
    private static final String COSTS = """
            select l.currency, sum(h.cost)::bigint as cost from run_hour h
            join sender_price_list l on l.account_id = h.account_id and l.sender_id = h.sender_id
            where h.account_id = $1 and h.run_id = $2 and h.cost > 0 and l.currency is not null group by l.currency
            """;
    private final Database database;

    private record States(Map<MessageState, Long> states, long parts, long accepted) {}

    public FigureStore(Database database) {
        this.database = database;
    }

    /** The counters of a run, all of one moment. */
    public Future<RunFigures> of(Run run) {
        return database.inTransaction(connection -> snapshot(connection)
                .compose(ignored -> query(connection, AUDIENCE, run))
                .compose(audience -> query(connection, EXCLUSIONS, run)
                        .compose(exclusions -> query(connection, STATES, run)
                                .compose(states -> query(connection, CLICKS, run)
                                        .compose(clicks -> query(connection, COSTS, run)
                                                .map(costs -> figures(
                                                        only(audience),
                                                        exclusions(exclusions),
                                                        states(states),
                                                        only(clicks),
                                                        costs(costs))))))));
    }

    private static Future<Void> snapshot(SqlConnection connection) {
        return connection
                .query("set transaction isolation level repeatable read, read only")
                .execute()
                .mapEmpty();
    }

    private static Future<RowSet<Row>> query(SqlConnection connection, String sql, Run run) {
        return Database.query(connection, sql, run.accountId(), run.id());
    }

    private static Row only(RowSet<Row> rows) {
        return rows.iterator().next();
    }

    private static Map<String, Long> exclusions(RowSet<Row> rows) {
        Map<String, Long> exclusions = new HashMap<>();
        rows.forEach(row -> exclusions.put(row.getString("reason"), row.getLong("n")));
        return exclusions;
    }

    private static States states(RowSet<Row> rows) {
        Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
        long parts = 0;
        long accepted = 0;
        for (Row row : rows) {
            MessageState state = MessageState.of(row.getInteger("state"));
            states.put(state, row.getLong("n"));
            parts += state == MessageState.EXCLUDED ? 0 : row.getLong("parts");
            accepted += row.getLong("accepted");
        }
        return new States(states, parts, accepted);
    }

    private static Costs costs(RowSet<Row> rows) {
        Map<String, Long> costs = new HashMap<>();
        rows.forEach(row -> costs.put(row.getString("currency"), row.getLong("cost")));
        return new Costs(costs);
    }

    private static RunFigures figures(
            Row audience, Map<String, Long> exclusions, States states, Row clicks, Costs costs) {
        return new RunFigures(
                audience.getLong("received"),
                audience.getLong("found"),
                exclusions,
                states.states(),
                states.parts(),
                states.accepted(),
                clicks.getLong("people"),
                clicks.getLong("clicks"),
                clicks.getLong("robots"),
                clicks.getLong("opt_outs"),
                costs);
    }
}
