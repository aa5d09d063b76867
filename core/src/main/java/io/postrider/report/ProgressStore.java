package io.postrider.report;

import io.postrider.message.MessageState;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads how far runs are, many at once, from their rollups. */
public final class ProgressStore {
    private static final String OF = """
            select r.id as run_id, f.*,
              case when r.stopped then 0
                else least(c.found, greatest(coalesce(r.recipients_limit - c.written, c.found), 0)) end as expected
            from run r
            cross join lateral (select %s from run_hour where account_id = $1 and run_id = r.id) f
            cross join lateral (
              select coalesce(sum(found) filter (where state <> 'rendered'), 0)::bigint as found,
                coalesce(sum(last_id - first_id + 1) filter (where state = 'rendered'), 0)::bigint as written
              from chunk where account_id = $1 and run_id = r.id) c
            where r.account_id = $1 and r.id = any($2)
            """.formatted(StateSums.columns());

    private final Database database;

    public ProgressStore(Database database) {
        this.database = database;
    }

    /** How far these runs are, by their numbers, all of one moment. */
    public Future<Map<Long, Progress>> of(long account, List<Long> runs) {
        if (runs.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return database.query(OF, account, runs.toArray(Long[]::new)).map(rows -> {
            Map<Long, Progress> progress = new HashMap<>();
            rows.forEach(row -> progress.put(row.getLong("run_id"), progress(row)));
            return progress;
        });
    }

    private static Progress progress(Row row) {
        long expected = row.getLong("expected");
        long total =
                StateSums.STATES.stream().mapToLong(state -> in(row, state)).reduce(expected, Long::sum);
        return new Progress(
                total,
                in(row, MessageState.WAITING) + expected,
                in(row, MessageState.SUBMITTED),
                in(row, MessageState.DELIVERED),
                in(row, MessageState.UNDELIVERED),
                in(row, MessageState.EXPIRED),
                in(row, MessageState.REFUSED),
                in(row, MessageState.IN_DOUBT),
                in(row, MessageState.NO_RECEIPT));
    }

    private static long in(Row row, MessageState state) {
        return row.getLong(StateSums.name(state));
    }
}
