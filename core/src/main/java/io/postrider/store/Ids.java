package io.postrider.store;

import io.vertx.core.Future;

/**
 * Numbers for rows, taken from PostgreSQL in blocks so that a batch costs one round trip. Numbers grow and are never given
 * twice; gaps are normal.
 */
public final class Ids {
    private static final String RESERVE = """
            update id_block set next = next + $2 where name = $1 returning next - $2 as first
            """;
    private final Database database;

    public Ids(Database database) {
        this.database = database;
    }

    /** What is numbered. Messages have a series of their own, since short links limit it to 43 bits. */
    public enum Series {
        OBJECT,
        MESSAGE
    }

    /** The first of {@code count} consecutive numbers. */
    public Future<Long> reserve(Series series, int count) {
        return database.query(RESERVE, series.name().toLowerCase(java.util.Locale.ROOT), (long) count)
                .map(rows -> rows.iterator().next().getLong("first"));
    }

    /** One number. */
    public Future<Long> next(Series series) {
        return reserve(series, 1);
    }
}
