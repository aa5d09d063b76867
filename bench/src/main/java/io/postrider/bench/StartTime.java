package io.postrider.bench;

import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes in this JVM until a simulator listens: the first time, when all classes have yet to be loaded as for the
 * first test of a suite, and afterwards. Says both in one line of JSON.
 */
final class StartTime {
    static final String READY = "{";
    static final String FIRST = "firstMillis";
    static final String LATER = "laterMillis";
    private static final int LATER_STARTS = 20;

    private StartTime() {}

    /** Measures once. */
    public static void main(String[] arguments) throws Exception {
        double first = start();
        Series later = new Series();
        for (int i = 0; i < LATER_STARTS; i++) {
            later.add(start());
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(new JsonObject()
                        .put(FIRST, first)
                        .put(LATER, later.median())
                        .encode());
    }

    private static double start() throws Exception {
        long begin = System.nanoTime();
        var simulator = new Simulator(SimulatorSettings.onFreePorts());
        simulator.start().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        long end = System.nanoTime();
        simulator.stop().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        return (end - begin) / 1e6;
    }
}
