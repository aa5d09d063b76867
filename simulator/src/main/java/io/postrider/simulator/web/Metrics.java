package io.postrider.simulator.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The statistics in the text format of Prometheus. */
final class Metrics {
    private static final String PREFIX = "postrider_simulator_";
    private static final Set<String> GAUGES = Set.of(
            "receiptsWaiting",
            "clicksWaiting",
            "responsesWaiting",
            "binds",
            "sessions",
            "rate",
            "receiptRate",
            "latency",
            "phones",
            "peopleWhoClicked",
            "incomplete");
    private static final Map<String, String> UNITS = Map.of("latency", "_milliseconds");

    private final World world;

    Metrics(World world) {
        this.world = world;
    }

    void answer(RoutingContext call) {
        JsonObject statistics = Figures.statistics(world);
        statistics.remove("seed");
        statistics.remove("smppPort");
        var text = new StringBuilder();
        for (Map.Entry<String, Object> figure : new TreeMap<>(statistics.getMap()).entrySet()) {
            if (figure.getValue() instanceof Number number) {
                boolean gauge = GAUGES.contains(figure.getKey());
                String name = PREFIX
                        + snake(figure.getKey())
                        + UNITS.getOrDefault(figure.getKey(), "")
                        + (gauge ? "" : "_total");
                text.append("# TYPE ").append(name).append(gauge ? " gauge\n" : " counter\n");
                text.append(name).append(' ').append(number).append('\n');
            }
        }
        call.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(text.toString())
                .onFailure(call::fail);
    }

    private static String snake(String name) {
        var snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                snake.append('_').append((char) (letter - 'A' + 'a'));
            } else {
                snake.append(letter);
            }
        }
        return snake.toString();
    }
}
