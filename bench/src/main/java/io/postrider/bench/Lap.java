package io.postrider.bench;

import io.postrider.rig.Client;
import io.postrider.rig.Poll;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * One broadcast, from its start to the moment when the sender has answered the last receipt.
 *
 * @param cpuSeconds by process
 */
record Lap(int messages, double seconds, Map<String, Double> cpuSeconds) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);

    Lap {
        cpuSeconds = Map.copyOf(cpuSeconds);
    }

    /**
     * Measures one. The simulator sees both ends of it, whoever sends.
     *
     * @param cpu seconds that each process has used so far
     */
    static Lap of(Client simulator, int messages, Map<String, DoubleSupplier> cpu, Runnable start) {
        simulator.post("/api/v1/reset", new JsonObject());
        Map<String, Double> used = new TreeMap<>();
        cpu.forEach((process, seconds) -> used.put(process, -seconds.getAsDouble()));
        long begun = System.nanoTime();
        start.run();
        Poll.until(
                "the receipts",
                PATIENCE,
                PAUSE,
                () -> simulator.get("/api/v1/statistics"),
                seen -> seen.getLong("receipts") >= messages && seen.getLong("receiptsWaiting") == 0);
        double seconds = (System.nanoTime() - begun) / 1e9;
        cpu.forEach((process, now) -> used.merge(process, now.getAsDouble(), Double::sum));
        return new Lap(messages, seconds, used);
    }

    /** Messages a second. */
    double rate() {
        return messages / seconds;
    }
}
