package io.postrider.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prints how long a simulator takes to start: the first in this JVM, and the median of those after it. Run it by hand. */
final class StartTime {
    private static final int TIMES = 21;

    private StartTime() {}

    public static void main(String[] arguments) throws Exception {
        List<Long> later = new ArrayList<>();
        System.out.println("first in this JVM: " + start() + " ms");
        for (int i = 1; i < TIMES; i++) {
            later.add(start());
        }
        later.sort(null);
        System.out.println("later: median " + later.get(later.size() / 2) + " ms, from " + later.get(0) + " to "
                + later.get(later.size() - 1) + " ms");
    }

    private static long start() throws Exception {
        long begin = System.nanoTime();
        var simulator = new Simulator(SimulatorSettings.onFreePorts());
        simulator.start().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        long end = System.nanoTime();
        simulator.stop().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        return TimeUnit.NANOSECONDS.toMillis(end - begin);
    }
}
