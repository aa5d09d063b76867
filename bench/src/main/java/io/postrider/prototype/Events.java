package io.postrider.prototype;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one step appends, and what it adds to the sums. */
final class Events {
    private static final short WRITTEN = 0;
    private static final short ACCEPTED = 1;
    private static final short DELIVERED = 2;
    private static final short UNDELIVERED = 3;
    private static final short REFUSED = 4;
    private static final String APPEND = """
            insert into event (run_id, message_id, at, kind, from_state, to_state, operator_key)
            select $1, message_id, $2, kind, from_state, kind, operator_key
            from unnest($3::bigint[], $4::smallint[], $5::smallint[], $6::text[])
              as e(message_id, kind, from_state, operator_key)
            """;
    private static final String COUNT = """
            insert into rollup (run_id, kind, n) select $1, kind, n from unnest($2::smallint[], $3::bigint[]) as r(kind, n)
            on conflict (run_id, kind) do update set n = rollup.n + excluded.n
            """;

    private final long run;
    private final List<Long> messages = new ArrayList<>();
    private final List<Short> kinds = new ArrayList<>();
    private final List<Short> from = new ArrayList<>();
    private final List<@Nullable String> keys = new ArrayList<>();
    private final Map<Short, Long> sums = new TreeMap<>();

    Events(long run) {
        this.run = run;
    }

    void answered(long message, boolean taken, String operatorId) {
        add(message, taken ? ACCEPTED : REFUSED, WRITTEN, operatorId);
    }

    void ended(long message, boolean delivered) {
        add(message, delivered ? DELIVERED : UNDELIVERED, ACCEPTED, null);
    }

    private void add(long message, short kind, short before, @Nullable String key) {
        messages.add(message);
        kinds.add(kind);
        from.add(before);
        keys.add(key);
        sums.merge(kind, 1L, Long::sum);
    }

    /** The statements, within a transaction. */
    List<Future<?>> write(PgConnection connection) {
        if (messages.isEmpty()) {
            return List.of();
        }
        Tuple events = Tuple.of(run, OffsetDateTime.now(ZoneOffset.UTC))
                .addArrayOfLong(messages.toArray(Long[]::new))
                .addArrayOfShort(kinds.toArray(Short[]::new))
                .addArrayOfShort(from.toArray(Short[]::new))
                .addArrayOfString(keys.toArray(String[]::new));
        Tuple counts = Tuple.of(run)
                .addArrayOfShort(sums.keySet().toArray(Short[]::new))
                .addArrayOfLong(sums.values().toArray(Long[]::new));
        return List.of(
                connection.preparedQuery(APPEND).execute(events),
                connection.preparedQuery(COUNT).execute(counts));
    }
}
