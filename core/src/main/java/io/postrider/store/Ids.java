package io.postrider.store;

import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Numbers for rows, taken from PostgreSQL in blocks so that a batch costs at most one round trip. Numbers are never given
 * twice, and those of one call follow each other; gaps are normal, and what is left of a block when the server stops is one.
 * Safe to share between threads.
 */
public final class Ids {
    private static final String RESERVE = """
            update id_block set next = next + $2 where name = $1 returning next - $2 as first
            """;
    private final Database database;
    private final Map<Series, Block> blocks = new EnumMap<>(Series.class);

    /** Numbers that are taken from PostgreSQL and not given yet. */
    private record Block(long next, long end) {
        static final Block EMPTY = new Block(0, 0);

        long left() {
            return end - next;
        }
    }

    public Ids(Database database) {
        this.database = database;
    }

    /** What is numbered. Messages have a series of their own, since short links limit it to 43 bits. */
    public enum Series {
        /** People see these, so they are not wasted. */
        OBJECT(1),
        /** All who render take from one row, and each would wait for the commit of the one before. */
        MESSAGE(10_000);

        private final int block;

        Series(int block) {
            this.block = block;
        }
    }

    /** The first of {@code count} consecutive numbers. */
    public Future<Long> reserve(Series series, int count) {
        OptionalLong known = take(series, count);
        if (known.isPresent()) {
            return Future.succeededFuture(known.getAsLong());
        }
        long size = Math.max(count, series.block);
        return database.query(RESERVE, series.name().toLowerCase(Locale.ROOT), size)
                .map(rows -> rows.iterator().next().getLong("first"))
                .onSuccess(first -> keep(series, new Block(first + count, first + size)));
    }

    private synchronized OptionalLong take(Series series, int count) {
        Block block = blocks.getOrDefault(series, Block.EMPTY);
        if (block.left() < count) {
            return OptionalLong.empty();
        }
        blocks.put(series, new Block(block.next() + count, block.end()));
        return OptionalLong.of(block.next());
    }

    /** Of two blocks that were taken at the same time the one with more left is kept. */
    private synchronized void keep(Series series, Block fresh) {
        if (fresh.left() > blocks.getOrDefault(series, Block.EMPTY).left()) {
            blocks.put(series, fresh);
        }
    }

    /** One number. */
    public Future<Long> next(Series series) {
        return reserve(series, 1);
    }
}
