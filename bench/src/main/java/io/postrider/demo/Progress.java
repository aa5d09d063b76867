package io.postrider.demo;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;

/** One line that says where something stands. */
final class Progress {
    private Progress() {}

    /** The state, and each counter that is not zero. */
    static String line(JsonObject progress) {
        String counters = progress.stream()
                .filter(entry -> entry.getValue() instanceof Number number && number.longValue() != 0)
                .filter(entry -> !entry.getKey().startsWith("bytes"))
                .map(entry -> entry.getKey() + " "
                        + String.format(Locale.ROOT, "%,d", ((Number) entry.getValue()).longValue()))
                .collect(Collectors.joining(", "));
        return progress.getString("what") + ": "
                + (counters.isEmpty() ? progress.getString("state", "waiting") : counters);
    }
}
