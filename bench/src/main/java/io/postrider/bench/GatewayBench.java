package io.postrider.bench;

import io.postrider.rig.Installation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many messages a second the gateway plugin alone brings to the simulator, called as the server calls it and without a
 * database; beside stock jsmpp, and beside a bare client that no thread waits in.
 */
final class GatewayBench implements Bench {
    private static final String HEAP = "-Xmx512m";
    private static final long PHONES = 1_000_000;

    /** What the gateway's rate must be of each peer's. */
    private static final Map<String, Double> GOALS = goals();

    private final Installation installation;
    private final GatewayOptions options;
    private final PrintStream log;
    private final PrintStream out;
    private final JsonArray failures = new JsonArray();

    GatewayBench(Installation installation, GatewayOptions options, PrintStream log, PrintStream out) {
        this.installation = installation;
        this.options = options;
        this.log = log;
        this.out = out;
    }

    private static Map<String, Double> goals() {
        Map<String, Double> goals = new LinkedHashMap<>();
        goals.put(LoadCase.JSMPP_64, 2.0);
        goals.put(LoadCase.WIDE_ASYNC, 0.8);
        return goals;
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public JsonObject run(boolean quick) {
        Trial trial = new Trial(options.time(quick), PHONES, failures);
        JsonArray cases = new JsonArray();
        for (boolean receipts : new boolean[] {false, true}) {
            Map<String, Side> sides = sides(trial, receipts, options.pairs(quick));
            Side ours = sides.getOrDefault(LoadCase.GATEWAY, new Side());
            GOALS.forEach((peer, goal) -> {
                JsonObject compared = compared(ours, peer, sides.getOrDefault(peer, new Side()), receipts);
                cases.add(compared);
                if (!quick && compared.getDouble("ratio") < goal) {
                    failures.add(String.format(
                            Locale.ROOT,
                            "%s: %.2f times its rate, the goal is %.1f.",
                            new LoadCase(peer, receipts),
                            compared.getDouble("ratio"),
                            goal));
                }
            });
        }
        return new JsonObject()
                .put("bench", name())
                .put("unit", "messages/s")
                .mergeIn(cases.getJsonObject(0))
                .put("cases", cases)
                .put("machine", Machine.json())
                .put("commit", Machine.commit(installation.home()))
                .put("failures", failures);
    }

    private Map<String, Side> sides(Trial trial, boolean receipts, int pairs) {
        Map<String, Side> sides = new LinkedHashMap<>();
        for (int pair = 1; pair <= pairs; pair++) {
            for (String client : List.of(LoadCase.GATEWAY, LoadCase.JSMPP_64, LoadCase.WIDE_ASYNC)) {
                LoadCase load = new LoadCase(client, receipts);
                Trial.Sample sample = trial.ours(this::simulator, load);
                sides.computeIfAbsent(client, name -> new Side()).add(sample);
                log.printf(
                        Locale.ROOT, "%s, pair %d of %d: %,.0f a second%n", load, pair, pairs, rate(sample, receipts));
            }
        }
        return sides;
    }

    private static double rate(Trial.Sample sample, boolean receipts) {
        return receipts ? sample.pairRate() : sample.rate();
    }

    private Smsc simulator() {
        Path folder = installation.folder(name());
        return Smsc.ours(installation, folder, HEAP, options.jvm(), List.of());
    }

    /** With receipts, a message counts once its receipt has come. */
    private JsonObject compared(Side ours, String name, Side peer, boolean receipts) {
        Series our = receipts ? ours.pairRates() : ours.rates();
        Series their = receipts ? peer.pairRates() : peer.rates();
        Series ratios = our.over(their);
        double ratio = our.median() / their.median();
        out.printf(
                Locale.ROOT,
                "%-28s gateway %,9.0f   peer %,9.0f   ratio %.2f (%.2f to %.2f)   CPU us a message: gateway %.1f, peer %.1f%n",
                new LoadCase(name, receipts),
                our.median(),
                their.median(),
                ratio,
                ratios.min(),
                ratios.max(),
                ours.clientMicros().median(),
                peer.clientMicros().median());
        return new JsonObject()
                .put("receipts", receipts)
                .put(
                        "ours",
                        our.json()
                                .put("cpuMicrosPerMessage", ours.clientMicros().fineJson()))
                .put(
                        "peer",
                        their.json()
                                .put("name", name)
                                .put("cpuMicrosPerMessage", peer.clientMicros().fineJson()))
                .put("ratio", Series.fine(ratio))
                .put("ratioMin", Series.fine(ratios.min()))
                .put("ratioMax", Series.fine(ratios.max()));
    }
}
