package io.postrider.bench;

import io.postrider.load.Account;
import io.postrider.peer.Kannel;
import io.postrider.peer.KannelLoad;
import io.postrider.rig.ProcessTimes;
import io.vertx.core.json.JsonArray;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Kannel with the window that suits it best here, fed over HTTP by this process. */
final class KannelRunner implements Runner {
    private final Field field;
    private final int messages;
    private final int window;
    private final JsonArray failures;
    private final Kannel kannel;
    private final KannelLoad load;

    private KannelRunner(Field field, Path folder, int messages, int window, JsonArray failures) {
        this.field = field;
        this.messages = messages;
        this.window = window;
        this.failures = failures;
        Account account = field.account(Field.KANNEL);
        this.kannel = Kannel.start(folder, account, window);
        this.load = new KannelLoad(kannel);
    }

    /**
     * Tries every window, which warms it up too, and starts it with the best.
     *
     * @param messages of a lap
     * @param trial messages of a trial
     */
    static KannelRunner best(
            Field field,
            Path folder,
            List<Integer> windows,
            int messages,
            int trial,
            JsonArray failures,
            PrintStream log) {
        int best = windows.get(0);
        double most = 0;
        for (int window : windows.size() == 1 ? List.<Integer>of() : windows) {
            try (KannelRunner tried = new KannelRunner(field, folder, trial, window, failures)) {
                tried.run();
                double rate = tried.run().rate();
                log.printf(Locale.ROOT, "Kannel with a window of %d: %,.0f messages a second%n", window, rate);
                best = rate > most ? window : best;
                most = Math.max(most, rate);
            }
        }
        return new KannelRunner(field, folder, messages, best, failures);
    }

    @Override
    public String name() {
        return "kannel";
    }

    int window() {
        return window;
    }

    @Override
    public Lap run() {
        int accepted = load.accepted();
        Lap lap = Lap.of(
                field.simulator(),
                messages,
                Map.of(
                        "kannel", kannel::cpuSeconds,
                        "load",
                                () -> ProcessTimes.cpuSeconds(
                                        ProcessHandle.current().pid()),
                        "simulator", () -> ProcessTimes.cpuSeconds(field.lab().simulatorPid())),
                () -> load.begin(messages));
        if (load.accepted() - accepted != messages || load.refused() > 0) {
            failures.add("Kannel took " + (load.accepted() - accepted) + " of " + messages + " messages and refused "
                    + load.refused() + " so far.");
        }
        return lap;
    }

    @Override
    public void close() {
        load.close();
        kannel.close();
    }
}
