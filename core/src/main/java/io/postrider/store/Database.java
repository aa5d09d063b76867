package io.postrider.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pool of connections to PostgreSQL. Safe to share between event loops. Futures fail with {@code PgException} when
 * PostgreSQL refuses, and with an {@code IOException} when it is out of reach.
 */
public final class Database {
    private static final int STATEMENTS = 512;
    private static final int PIPELINED = 256;
    private static final int RECONNECTS = 3;
    private static final int RECONNECT_MILLIS = 500;
    private final Pool pool;

    public Database(Pool pool) {
        this.pool = pool;
    }

    /** What the planner may do on a pool's connections. */
    public enum Plans {
        /** Anything: for questions of people. */
        FREE,
        /** No scan of a whole table while any index would do: for the stages, which only ever ask for a few rows of many. */
        BY_INDEX;

        private Map<String, String> planner() {
            return switch (this) {
                case FREE -> Map.of();
                case BY_INDEX -> Map.of("enable_seqscan", "off", "random_page_cost", "1.1");
            };
        }
    }

    /** Opens a pool; it connects when it is first used. */
    public static Database open(Vertx vertx, PostgresAddress address, int connections, Plans plans) {
        PgConnectOptions options = address.connectOptions(plans.planner())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(STATEMENTS)
                .setPipeliningLimit(PIPELINED)
                .setReconnectAttempts(RECONNECTS)
                .setReconnectInterval(RECONNECT_MILLIS);
        return new Database(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections).setName("postgres-" + plans))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    /** Runs one prepared statement on any connection. */
    public Future<RowSet<Row>> query(String sql, @Nullable Object... values) {
        return query(pool, sql, values);
    }

    /** Runs one prepared statement on a given client, such as the connection of a transaction. */
    public static Future<RowSet<Row>> query(SqlClient client, String sql, @Nullable Object... values) {
        return client.preparedQuery(sql).execute(Tuple.wrap(values));
    }

    /** All rows of a query. */
    public <T> Future<List<T>> list(Function<Row, T> mapper, String sql, @Nullable Object... values) {
        return query(sql, values).map(rows -> rows(rows, mapper));
    }

    /** The row of a query, if it has one. */
    public <T> Future<Optional<T>> first(Function<Row, T> mapper, String sql, @Nullable Object... values) {
        return query(sql, values).map(rows -> rows(rows, mapper).stream().findFirst());
    }

    /** How many rows a statement changed. */
    public Future<Integer> update(String sql, @Nullable Object... values) {
        return query(sql, values).map(RowSet::rowCount);
    }

    /** Commits what {@code work} did when its future succeeds, and rolls back when it fails. */
    public <T> Future<T> inTransaction(Function<SqlConnection, Future<T>> work) {
        return pool.withTransaction(work);
    }

    /** A connection of one's own, for session locks and cursors; the caller closes it. */
    public Future<SqlConnection> connection() {
        return pool.getConnection();
    }

    /** Maps rows in order. */
    public static <T> List<T> rows(RowSet<Row> rows, Function<Row, T> mapper) {
        List<T> list = new ArrayList<>(rows.size());
        for (Row row : rows) {
            list.add(mapper.apply(row));
        }
        return list;
    }

    /** A pattern for {@code ilike} that finds texts containing {@code part} literally; an empty part finds all. */
    public static String containing(String part) {
        return "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Closes every connection. */
    public Future<Void> close() {
        return pool.close();
    }
}
