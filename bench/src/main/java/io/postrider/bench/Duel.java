package io.postrider.bench;

import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.Locale;

/** Our simulator and the peer under the same load, measured in turn. */
final class Duel {
    private final LoadCase load;
    private final Side ours = new Side();
    private final Side peer = new Side();

    Duel(LoadCase load) {
        this.load = load;
    }

    /** Measures both so often. */
    void run(Trial trial, Smsc.Starter our, Smsc.Starter other, int rounds, PrintStream log) {
        for (int round = 1; round <= rounds; round++) {
            Trial.Sample mine = trial.ours(our, load);
            Trial.Sample theirs = trial.peer(other, load);
            ours.add(mine);
            peer.add(theirs);
            log.printf(
                    Locale.ROOT,
                    "%s, round %d of %d: %,.0f to %,.0f a second%n",
                    load,
                    round,
                    rounds,
                    mine.rate(),
                    theirs.rate());
        }
    }

    LoadCase load() {
        return load;
    }

    Side ours() {
        return ours;
    }

    Side peer() {
        return peer;
    }

    /** Median of ours through the median of the peer. */
    double ratio() {
        return ours.rates().median() / peer.rates().median();
    }

    static String head() {
        return String.format(
                Locale.ROOT,
                "%-12s %-8s  %9s %19s  %9s %19s  %6s  %17s  %9s  %9s",
                "client",
                "receipts",
                "ours/s",
                "(min to max)",
                "example/s",
                "(min to max)",
                "ratio",
                "CPU us: ours/ex.",
                "pairs/s",
                "ex. pairs");
    }

    /** A line under {@link #head}. */
    String row() {
        return String.format(
                Locale.ROOT,
                "%-12s %-8s  %,9.0f %19s  %,9.0f %19s  %6.2f  %17s  %9s  %9s",
                load.client(),
                load.receipts() ? "yes" : "no",
                ours.rates().median(),
                spread(ours.rates()),
                peer.rates().median(),
                spread(peer.rates()),
                ratio(),
                String.format(
                        Locale.ROOT,
                        "%.1f / %.1f",
                        ours.cpuMicros().median(),
                        peer.cpuMicros().median()),
                pairs(ours),
                pairs(peer));
    }

    private String pairs(Side side) {
        return load.receipts()
                ? String.format(Locale.ROOT, "%,.0f", side.pairRates().median())
                : "";
    }

    private static String spread(Series series) {
        return String.format(Locale.ROOT, "(%,.0f to %,.0f)", series.min(), series.max());
    }

    JsonObject json() {
        Series ratios = ours.rates().over(peer.rates());
        return new JsonObject()
                .put("client", load.client())
                .put("receipts", load.receipts())
                .put("ours", ours.json(load.receipts()))
                .put("peer", peer.json(load.receipts()).put("name", "jsmpp-examples SMPPServerSimulator"))
                .put("ratio", Series.fine(ratio()))
                .put("ratioMin", Series.fine(ratios.min()))
                .put("ratioMax", Series.fine(ratios.max()));
    }
}
