package io.postrider.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A page of a list in the order of its ids. It reads one more than wanted, to know whether there is a next page. */
public final class Page {
    private Page() {}

    /** Reads rows whose id is larger than {@code after}, at most {@code limit}. */
    @FunctionalInterface
    public interface Reading<T> {
        Future<List<T>> read(long after, int limit);
    }

    /** The page as an answer. */
    public static <T> Future<Answer> of(
            Paging paging, Reading<T> reading, ToLongFunction<T> id, Function<T, JsonObject> json) {
        return reading.read(paging.afterId(0), paging.limit() + 1).map(rows -> {
            boolean more = rows.size() > paging.limit();
            List<T> shown = more ? rows.subList(0, paging.limit()) : rows;
            JsonArray items = new JsonArray();
            shown.forEach(row -> items.add(json.apply(row)));
            @Nullable String next = more ? Long.toString(id.applyAsLong(shown.get(shown.size() - 1))) : null;
            return Answer.page(items, next);
        });
    }
}
