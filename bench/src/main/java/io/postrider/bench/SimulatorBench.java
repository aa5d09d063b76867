package io.postrider.bench;

import io.postrider.rig.Installation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many messages a second our simulator takes, beside jsmpp's example of one, both in processes of their own and under
 * clients that neither of them is made for.
 */
final class SimulatorBench implements Bench {
    private static final String HEAP = "-Xmx512m";
    private static final Duration QUICK_TIME = Duration.ofSeconds(1);
    private static final int QUICK_ROUNDS = 2;
    private static final double LEAST_RATIO = 3;
    private static final double LEAST_WITH_PAGE = 0.9;

    private final Installation installation;
    private final Path folder;
    private final SimulatorOptions options;
    private final PrintStream log;
    private final PrintStream out;
    private final JsonArray failures = new JsonArray();

    SimulatorBench(Installation installation, SimulatorOptions options, PrintStream log, PrintStream out) {
        this.installation = installation;
        this.folder = installation.folder(name());
        this.options = options;
        this.log = log;
        this.out = out;
    }

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public JsonObject run(boolean quick) {
        int rounds = quick ? Math.min(options.rounds(), QUICK_ROUNDS) : options.rounds();
        Duration time = quick ? QUICK_TIME : options.time();
        Trial trial = new Trial(time, options.phones(), failures);
        JsonObject result = new JsonObject()
                .put("bench", name())
                .put("unit", "messages/s")
                .put("phones", options.phones())
                .put("exampleLog", options.exampleLog());
        JsonObject codec = new CodecBench().run(rounds, time);
        out.println("codec alone, one thread: " + codec.encode());
        compare(trial, rounds, quick, result);
        result.put("codec", codec);
        if (options.page() > 0) {
            result.put("page", page(trial, rounds, quick));
        }
        if (options.starts() > 0) {
            JsonObject starts = new Starts(installation, folder, log).run(options.starts());
            out.println("starts: " + starts.encode());
            result.put("starts", starts);
        }
        if (options.soak() > 0) {
            JsonObject soak = new Soak(installation, folder, options.soak(), options.phones(), log).run(failures);
            out.println("soak: " + soak.encode());
            result.put("soak", soak);
        }
        return result.put("machine", Machine.json())
                .put("commit", Machine.commit(installation.home()))
                .put("failures", failures);
    }

    private Smsc ours() {
        return Smsc.ours(installation, folder, HEAP, options.jvm(), List.of());
    }

    private Smsc example() {
        return Smsc.example(installation, folder, HEAP, options.exampleLog());
    }

    private void compare(Trial trial, int rounds, boolean quick, JsonObject result) {
        List<Duel> duels = new ArrayList<>();
        out.println(Duel.head());
        for (String client : options.clients()) {
            for (boolean receipts : new boolean[] {false, true}) {
                Duel duel = new Duel(new LoadCase(client, receipts));
                duel.run(trial, this::ours, this::example, rounds, log);
                out.println(duel.row());
                duels.add(duel);
            }
        }
        if (duels.isEmpty()) {
            return;
        }
        Duel first = duels.get(0);
        result.mergeIn(first.json());
        JsonArray cases = new JsonArray();
        duels.forEach(duel -> cases.add(duel.json()));
        result.put("cases", cases).put("pairRateOverRate", pairs(duels));
        if (!quick) {
            judge(duels);
        }
    }

    /** What receipts cost: the rate of messages with their receipts through the rate without. */
    private JsonObject pairs(List<Duel> duels) {
        JsonObject pairs = new JsonObject();
        for (int i = 0; i + 1 < duels.size(); i += 2) {
            Side ours = duels.get(i).ours();
            Side peer = duels.get(i).peer();
            double our =
                    duels.get(i + 1).ours().pairRates().median() / ours.rates().median();
            double their =
                    duels.get(i + 1).peer().pairRates().median() / peer.rates().median();
            String client = duels.get(i).load().client();
            out.printf(
                    Locale.ROOT,
                    "%-12s pairs with receipts through messages without: ours %.2f, example %.3f%n",
                    client,
                    our,
                    their);
            pairs.put(
                    client,
                    new JsonObject().put("ours", Series.fine(our)).put("peer", Math.round(their * 10_000) / 10_000.0));
        }
        return pairs;
    }

    /** The ratio counts where the client is not the limit; the CPU time where both do the same work. */
    private void judge(List<Duel> duels) {
        for (Duel duel : duels) {
            LoadCase load = duel.load();
            if (load.receipts()) {
                continue;
            }
            if (load.client().startsWith("async") && duel.ratio() < LEAST_RATIO) {
                failures.add(String.format(
                        Locale.ROOT,
                        "%s: %.2f times the example's rate, the goal is %.0f.",
                        load,
                        duel.ratio(),
                        LEAST_RATIO));
            }
            if (duel.ours().cpuMicros().median() > duel.peer().cpuMicros().median()) {
                failures.add(load + ": a message costs more CPU time than in the example.");
            }
        }
    }

    private JsonObject page(Trial trial, int rounds, boolean quick) {
        LoadCase load = new LoadCase("async-1", true);
        Side without = new Side();
        Side with = new Side();
        JsonArray reading = new JsonArray();
        for (int round = 1; round <= rounds; round++) {
            without.add(trial.ours(this::ours, load));
            with.add(trial.ours(this::ours, load, smsc -> read(smsc, reading)));
        }
        double ratio = with.pairRates().median() / without.pairRates().median();
        out.printf(
                Locale.ROOT,
                "page with %d readers: %,.0f pairs a second, %,.0f without, ratio %.2f%n",
                options.page(),
                with.pairRates().median(),
                without.pairRates().median(),
                ratio);
        if (!quick && ratio < LEAST_WITH_PAGE) {
            failures.add(String.format(
                    Locale.ROOT,
                    "page: with %d readers the rate is %.2f of that without, the goal is %.1f.",
                    options.page(),
                    ratio,
                    LEAST_WITH_PAGE));
        }
        return new JsonObject()
                .put("readers", options.page())
                .put("with", with.json(true))
                .put("without", without.json(true))
                .put("ratio", Series.fine(ratio))
                .put("reading", reading);
    }

    private Runnable read(Smsc smsc, JsonArray reading) {
        PageReaders readers = new PageReaders(smsc.page(), options.page());
        return () -> {
            readers.close();
            reading.add(readers.json());
            if (readers.failures() > 0) {
                failures.add("page: " + readers.failures() + " requests were not answered.");
            }
        };
    }
}
