package io.postrider.bench;

import io.postrider.rig.Child;
import io.postrider.rig.Installation;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** How soon our simulator can be used: as a process of its own, as the first in a test's JVM, and as a later one there. */
final class Starts {
    private static final String HEAP = "-Xmx256m";

    private final Installation installation;
    private final Path folder;
    private final PrintStream log;

    Starts(Installation installation, Path folder, PrintStream log) {
        this.installation = installation;
        this.folder = folder;
        this.log = log;
    }

    /** Starts it so many times in each way. */
    JsonObject run(int times) {
        Series process = new Series();
        Series first = new Series();
        Series later = new Series();
        for (int i = 0; i < times; i++) {
            process.add(process());
            JsonObject said = inJvm();
            first.add(said.getDouble(StartTime.FIRST));
            later.add(said.getDouble(StartTime.LATER));
            log.println("started " + (i + 1) + " of " + times + " times");
        }
        return new JsonObject()
                .put("unit", "ms")
                .put("process", process.json())
                .put("firstInJvm", first.json())
                .put("laterInJvm", later.json());
    }

    private double process() {
        long begin = System.nanoTime();
        try (Smsc smsc = Smsc.ours(installation, folder, HEAP, List.of(), List.of())) {
            double millis = (System.nanoTime() - begin) / 1e6;
            // whoever says to be ready has to answer
            smsc.statistics();
            return millis;
        }
    }

    private JsonObject inJvm() {
        List<String> command = installation.command(HEAP, "bench", StartTime.class.getName());
        try (Child child =
                Child.start("start of a simulator", command, folder.resolve("starts.log"), StartTime.READY)) {
            return new JsonObject(child.readyLine());
        }
    }
}
