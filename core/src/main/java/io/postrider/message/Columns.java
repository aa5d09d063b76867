package io.postrider.message;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into one array a column, as {@code unnest} takes them. */
final class Columns<T> {
    private final List<T> rows;

    Columns(List<T> rows) {
        this.rows = rows;
    }

    Long[] longs(ToLongFunction<T> value) {
        return rows.stream().map(value::applyAsLong).toArray(Long[]::new);
    }

    Integer[] ints(ToIntFunction<T> value) {
        return rows.stream().map(value::applyAsInt).toArray(Integer[]::new);
    }

    @Nullable Integer[] intsOrNull(Function<T, @Nullable Integer> value) {
        @Nullable Integer[] column = new Integer[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }

    @Nullable String[] texts(Function<T, @Nullable String> value) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }

    OffsetDateTime[] times(Function<T, Instant> value) {
        return rows.stream()
                .map(row -> value.apply(row).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    @Nullable OffsetDateTime[] timesOrNull(Function<T, @Nullable Instant> value) {
        @Nullable OffsetDateTime[] column = new OffsetDateTime[rows.size()];
        for (int i = 0; i < column.length; i++) {
            Instant time = value.apply(rows.get(i));
            column[i] = time == null ? null : time.atOffset(ZoneOffset.UTC);
        }
        return column;
    }

    @Nullable Long[] longsOrNull(Function<T, @Nullable Long> value) {
        @Nullable Long[] column = new Long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }
}
