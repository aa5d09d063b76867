package io.postrider.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** Delays in milliseconds, all of them kept, so that percentiles are exact. */
record Latencies(List<Double> sorted) {
    static Latencies of(List<Double> millis) {
        return new Latencies(millis.stream().sorted().toList());
    }

    /** So many percent took no longer. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    JsonObject json() {
        return new JsonObject()
                .put("calls", sorted.size())
                .put("p50", Series.fine(percentile(50)))
                .put("p95", Series.fine(percentile(95)))
                .put("p99", Series.fine(percentile(99)))
                .put("max", Series.fine(percentile(100)));
    }
}
