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
                .put("min", Math.round(min()))
                .put("max", Math.round(max()));
    }

    /** Median, least and most, with two digits after the point. */
    JsonObject fineJson() {
        return new JsonObject()
                .put("median", fine(median()))
                .put("min", fine(min()))
                .put("max", fine(max()));
    }

    static double fine(double value) {
        return Math.round(value * 100) / 100.0;
    }

    double min() {
        return values.stream().mapToDouble(value -> value).min().orElseThrow();
    }

    double max() {
        return values.stream().mapToDouble(value -> value).max().orElseThrow();
    }

    /** Each value through the one that was measured beside it. */
    Series over(Series others) {
        Series ratios = new Series();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / others.values.get(i));
        }
        return ratios;
    }
}
