package io.postrider.bench;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one way to send has shown, lap by lap. */
final class Laps {
    private final Series rates = new Series();
    private final Map<String, Series> cpu = new TreeMap<>();

    void add(Lap lap) {
        rates.add(lap.rate());
        lap.cpuSeconds()
                .forEach((process, seconds) ->
                        cpu.computeIfAbsent(process, name -> new Series()).add(seconds * 1_000 / lap.messages()));
    }

    Series rates() {
        return rates;
    }

    /** Median of CPU seconds for a thousand messages, by process. */
    JsonObject cpuJson() {
        JsonObject json = new JsonObject();
        cpu.forEach((process, series) -> json.put(process, Math.round(series.median() * 10_000) / 10_000.0));
        return json;
    }

    /** One lap as a line of the table. */
    static String row(String round, String name, Lap lap) {
        String used = new TreeMap<>(lap.cpuSeconds())
                .entrySet().stream()
                        .map(entry -> String.format(
                                Locale.ROOT, "%s %.4f", entry.getKey(), entry.getValue() * 1_000 / lap.messages()))
                        .collect(Collectors.joining("  "));
        return String.format(Locale.ROOT, "%-6s %-10s %,12.0f   %s", round, name, lap.rate(), used);
    }

    /** What stands above the lines. */
    static String head() {
        return String.format(Locale.ROOT, "%-6s %-10s %12s   %s", "round", "sender", "messages/s", "CPU s per 1,000");
    }
}
