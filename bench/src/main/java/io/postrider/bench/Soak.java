package io.postrider.bench;

import io.postrider.load.AsyncClient;
import io.postrider.load.Feed;
import io.postrider.load.Load;
import io.postrider.load.LoadClient;
import io.postrider.load.LoadException;
import io.postrider.load.Tally;
import io.postrider.rig.Installation;
import io.postrider.rig.RigException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Sends our simulator more messages than it has memory for, all with receipts, and looks whether it stays alive. */
final class Soak {
    private static final String HEAP = "-Xmx256m";
    private static final int KEPT = 100_000;
    private static final int STEPS = 10;
    private static final int WINDOW = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Installation installation;
    private final Path folder;
    private final long messages;
    private final long phones;
    private final PrintStream log;

    /** @param phones how many different ones the messages go to */
    Soak(Installation installation, Path folder, long messages, long phones, PrintStream log) {
        this.installation = installation;
        this.folder = folder;
        this.messages = messages;
        this.phones = phones;
        this.log = log;
    }

    /** Does it, and says in {@code failures} what was not as it must be. */
    JsonObject run(JsonArray failures) {
        Path collections = folder.resolve("soak-gc.log");
        List<String> jvm = List.of(HeapLog.option(collections), "-XX:+ExitOnOutOfMemoryError");
        List<String> options = List.of("--keep-messages", Integer.toString(KEPT));
        Series rates = new Series();
        JsonObject result = new JsonObject()
                .put("messages", messages)
                .put("phones", Math.min(messages, phones))
                .put("heap", HEAP);
        Tally tally = new Tally();
        try (Smsc smsc = Smsc.ours(installation, folder, HEAP, jvm, options)) {
            try (LoadClient client = AsyncClient.kind(1, WINDOW).bind(smsc.account(), tally)) {
                steps(client, tally, rates, result);
                JsonObject seen = smsc.statistics();
                if (seen.getLong("submitted") != messages || seen.getLong("receipts") != messages) {
                    failures.add("soak: after " + messages + " messages the simulator says " + seen.encode());
                }
            } catch (LoadException | RigException dead) {
                failures.add("soak: the simulator did not survive " + messages + " messages, it had taken "
                        + tally.accepted() + ": " + dead.getMessage());
            }
            result.put("peakResidentMb", smsc.peakResidentMb());
        }
        HeapLog heap = HeapLog.read(collections);
        return result.put("peakHeapMb", heap.peak()).put("mostLeftByCollectionMb", heap.left());
    }

    private void steps(LoadClient client, Tally tally, Series rates, JsonObject result) {
        JsonArray perStep = new JsonArray();
        result.put("pairsPerSecondByTenths", perStep);
        for (int step = 0; step < STEPS; step++) {
            Feed feed = Feed.of(messages * step / STEPS, messages * (step + 1) / STEPS, phones, true);
            Load load = Load.run(client, tally, feed, PATIENCE);
            rates.add(load.pairRate());
            perStep.add(Math.round(load.pairRate()));
            log.printf(
                    Locale.ROOT,
                    "soak: %,d of %,d messages, %,.0f with receipts a second%n",
                    tally.accepted(),
                    messages,
                    load.pairRate());
        }
    }
}
