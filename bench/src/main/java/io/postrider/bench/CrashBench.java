package io.postrider.bench;

import io.postrider.rig.Installation;
import io.postrider.rig.Poll;
import io.postrider.rig.RigException;
import io.postrider.rig.RunReport;
import io.postrider.rig.WatchedRun;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Kills the server while its messages are on the wire, starts it again, and compares what the operator saw with what the
 * server believes: nobody may get a message twice, and nobody may be forgotten.
 */
final class CrashBench implements Bench {
    private static final int LATENCY_MILLIS = 200;
    private static final int PAGE = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Installation installation;
    private final Path folder;
    private final PrintStream log;
    private final CrashOptions options;
    private final long seed;
    private final Random random;
    private final JsonArray failures = new JsonArray();
    private long duplicates;
    private long lost;
    private long inDoubt;
    private long inDoubtMax;
    private final Set<String> parked = new HashSet<>();
    private final Set<String> doubtedBefore = new HashSet<>();

    /** @param folder for what the server keeps; emptied first */
    CrashBench(Installation installation, Path folder, CrashOptions options, PrintStream log) {
        this.installation = installation;
        this.folder = folder;
        this.options = options;
        this.log = log;
        this.seed = options.seed();
        this.random = new Random(seed);
    }

    @Override
    public String name() {
        return "crash";
    }

    /** Kills the server once in each of so many runs. */
    @Override
    public JsonObject run(boolean quick) {
        int people = options.messages(quick);
        int kills = options.kills(quick);
        List<String> simulator = List.of("--click", "0", "--latency", Integer.toString(LATENCY_MILLIS));
        try (Field field = new Field(installation, folder, people, simulator, log)) {
            int window = field.window();
            log.println("The moments come of the seed " + seed + ".");
            for (int kill = 1; kill <= kills; kill++) {
                log.println("Kill " + kill + " of " + kills + ":");
                crash(field, people, window);
            }
            return result(people, kills, window);
        }
    }

    private void crash(Field field, int people, int window) {
        int moment = random.nextInt(2 * people);
        String mailing = field.mailing();
        field.activate(mailing);
        JsonObject seen =
                Poll.until("the moment", PATIENCE, LOOK, field::statistics, now -> hasCome(moment, people, now));
        field.kill();
        log.printf(
                Locale.ROOT,
                "  killed after %,d submits with %,d unanswered and %,d receipts%n",
                seen.getLong("pdus"),
                seen.getLong("responsesWaiting"),
                seen.getLong("receipts"));
        field.restart();
        WatchedRun watched = field.watch(mailing);
        JsonObject rested =
                Poll.until("the run to come to rest", PATIENCE, PAUSE, () -> observed(watched), WatchedRun::isAtRest);
        judge(field, RunReport.of(rested), watched, people, window);
    }

    /** Half of the moments are counted by submits, from none on, and half by receipts. */
    private static boolean hasCome(int moment, int people, JsonObject now) {
        return moment < people ? now.getLong("pdus") >= moment : now.getLong("receipts") >= moment - people;
    }

    /** Receipts resolve doubts, so the most is looked for on the way. */
    private JsonObject observed(WatchedRun watched) {
        JsonObject run = watched.now();
        inDoubtMax = Math.max(inDoubtMax, RunReport.of(run).inDoubt());
        return run;
    }

    private void judge(Field field, RunReport report, WatchedRun watched, int people, int window) {
        JsonObject seen = field.statistics();
        Set<String> reached = new HashSet<>();
        long again = reached(field, reached);
        Set<String> inDoubtNow = watched.phones("in-doubt");
        Set<String> doubtful = new HashSet<>(inDoubtNow);
        doubtful.removeAll(reached);
        int forgotten = people - reached.size() - doubtful.size();
        duplicates += again;
        lost += forgotten;
        inDoubt += report.inDoubt();
        log.printf(
                Locale.ROOT,
                "  %,d recipients, %,d reached, %,d twice, %,d in doubt, %,d forgotten%n",
                report.recipients(),
                reached.size(),
                again,
                report.inDoubt(),
                forgotten);
        check(again == 0, again + " phones were sent to twice.");
        check(forgotten == 0, forgotten + " people were forgotten.");
        check(report.recipients() == people, "The run has " + report.recipients() + " recipients of " + people + ".");
        check(
                report.received() == people && report.found() == people && report.excluded() + report.duplicates() == 0,
                "The run's figures contradict one another: " + report + ".");
        check(report.ended() == people, "The run says how " + report.ended() + " of " + people + " ended.");
        check(report.inDoubt() <= window, report.inDoubt() + " are in doubt, more than the window of " + window + ".");
        check(report.noReceipt() == 0, report.noReceipt() + " messages have no receipt.");
        check(
                seen.getLong("receiptsWaiting") == 0 && seen.getLong("receipts").equals(seen.getLong("submitted")),
                "Receipts are missing: " + seen.encode());
        checkReceipts(field, report, seen, inDoubtNow);
        doubtedBefore.addAll(inDoubtNow);
    }

    /**
     * A receipt of a phone that is in doubt in an earlier run too may be of either, so it is parked; any other is joined to its
     * message.
     */
    private void checkReceipts(Field field, RunReport report, JsonObject seen, Set<String> inDoubtNow) {
        long deliveredParked = 0;
        for (JsonObject receipt : field.parkedReceipts().values()) {
            if (!parked.add(receipt.getString("id"))) {
                continue;
            }
            String phone = receipt.getString("contact").replaceAll("\\D", "");
            check(
                    inDoubtNow.contains(phone) && doubtedBefore.contains(phone),
                    "A receipt of " + phone + " is parked although only one message can be meant.");
            deliveredParked += "delivered".equals(receipt.getString("state")) ? 1 : 0;
        }
        check(
                report.delivered() + deliveredParked == seen.getLong("delivered"),
                "The operator delivered " + seen.getLong("delivered") + ", the run says " + report.delivered() + " and "
                        + deliveredParked + " such receipts are parked.");
        log.printf(Locale.ROOT, "  %,d delivered, %,d receipts parked%n", report.delivered(), deliveredParked);
    }

    private void check(boolean holds, String sentence) {
        if (!holds) {
            failures.add(sentence);
        }
    }

    /** Puts the phones that the operator was asked to reach into the set, and says how often it was asked once more. */
    private static long reached(Field field, Set<String> phones) {
        long again = 0;
        String after = "0";
        while (after != null) {
            JsonObject page = field.simulator().get("/api/v1/phones?limit=" + PAGE + "&after=" + after);
            for (Object item : page.getJsonArray("items")) {
                JsonObject phone = (JsonObject) item;
                again += phone.getLong("submits") - 1;
                if (!phones.add(phone.getString("phone"))) {
                    throw new RigException("The simulator listed the phone " + phone.getString("phone") + " twice.");
                }
            }
            after = page.getString("next");
        }
        return again;
    }

    private JsonObject result(int people, int kills, int window) {
        return new JsonObject()
                .put("bench", name())
                .put("seed", seed)
                .put("kills", kills)
                .put("messages", (long) people * kills)
                .put("duplicates", duplicates)
                .put("lost", lost)
                .put("inDoubt", inDoubt)
                .put("inDoubtMax", inDoubtMax)
                .put("parkedReceipts", parked.size())
                .put("window", window)
                .put("failures", failures);
    }
}
