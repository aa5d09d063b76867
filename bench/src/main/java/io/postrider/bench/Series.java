package io.postrider.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The same thing measured several times. */
final class Series {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Median, least and most, in whole numbers. */
    JsonObject json() {
        return new JsonObject()
                .put("median", Math.round(median()))
                .put(
                        "min",
                        Math.round(values.stream()
                                .mapToDouble(value -> value)
                                .min()
                                .orElseThrow()))
                .put(
                        "max",
                        Math.round(values.stream()
                                .mapToDouble(value -> value)
                                .max()
                                .orElseThrow()));
    }
}
