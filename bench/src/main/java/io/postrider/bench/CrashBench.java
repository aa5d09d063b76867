package io.postrider.bench;

import io.postrider.rig.Installation;
import io.postrider.rig.Lab;
import io.postrider.rig.Poll;
import io.postrider.rig.RigException;
import io.postrider.rig.RunReport;
import io.postrider.rig.WatchedRun;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
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
    /** So that a run is still under way when the server has started again. */
    private static final int LATENCY_MILLIS_OF_LONG_RUNS = 400;

    /** A server with a short life does not get back the time in which its JVM makes code fast. */
    private static final List<String> STARTS_FAST = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int PAGE = 5_000;
    private static final String RIGHT = "every counter is right.";
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
    private int kills;
    private long duplicates;
    private long lost;
    private long inDoubt;
    private long inDoubtMax;
    private final Set<String> parked = new HashSet<>();
    private final Set<String> doubtedBefore = new HashSet<>();
    private List<String> recounted = List.of();

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

    /** Kills the server as often as was asked for, in as many runs as that takes, and counts again at the end. */
    @Override
    public JsonObject run(boolean quick) {
        int people = options.messages(quick);
        int all = options.kills(quick);
        int latency = options.killsPerRun() == 1 ? LATENCY_MILLIS : LATENCY_MILLIS_OF_LONG_RUNS;
        List<String> simulator = List.of("--click", "0", "--latency", Integer.toString(latency));
        Lab.Options both = new Lab.Options(simulator, List.of(), STARTS_FAST);
        try (Field field = new Field(installation, folder, people, both, log)) {
            int window = field.window();
            log.println("The moments come of the seed " + seed + ".");
            int runs = 0;
            for (int killed = 0; killed < all; killed += options.killsPerRun()) {
                runs++;
                crash(field, people, window, moments(people, Math.min(options.killsPerRun(), all - killed)));
            }
            recount(field);
            return result(people, all, runs, window);
        }
    }

    /** So many moments of one run, in the order in which they come. */
    private List<Integer> moments(int people, int kills) {
        return random.ints(kills, 0, 2 * people)
                .boxed()
                .sorted(Comparator.comparing(moment -> moment % people))
                .toList();
    }

    private void crash(Field field, int people, int window, List<Integer> moments) {
        String mailing = field.mailing();
        field.activate(mailing);
        for (int moment : moments) {
            kills++;
            kill(field, field.watch(mailing), moment, people);
            field.restart();
        }
        WatchedRun watched = field.watch(mailing);
        JsonObject rested =
                Poll.until("the run to come to rest", PATIENCE, PAUSE, () -> observed(watched), WatchedRun::isAtRest);
        judge(field, RunReport.of(rested), watched, people, window * moments.size());
    }

    private void kill(Field field, WatchedRun watched, int moment, int people) {
        JsonObject seen = Poll.until(
                "the moment",
                PATIENCE,
                LOOK,
                field::statistics,
                now -> hasCome(moment, people, now) || (isQuiet(now) && WatchedRun.isAtRest(watched.now())));
        field.kill();
        log.printf(
                Locale.ROOT,
                "Kill %d after %,d submits with %,d unanswered and %,d receipts%n",
                kills,
                seen.getLong("pdus"),
                seen.getLong("responsesWaiting"),
                seen.getLong("receipts"));
    }

    /** What was in doubt at an earlier kill may never be submitted, so that a late moment does not come. */
    private static boolean isQuiet(JsonObject now) {
        return now.getLong("pdus") > 0 && now.getLong("responsesWaiting") == 0 && now.getLong("receiptsWaiting") == 0;
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

    private void judge(Field field, RunReport report, WatchedRun watched, int people, int mostInDoubt) {
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
        check(report.inDoubt() <= mostInDoubt, report.inDoubt() + " are in doubt, more than " + mostInDoubt + ".");
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

    /** Every counter of the reports must be what the facts say. */
    private void recount(Field field) {
        recounted = field.lab().recount();
        recounted.forEach(line -> log.println("Recount: " + line));
        check(
                recounted.stream().anyMatch(line -> line.endsWith(RIGHT)),
                "A recount finds other figures: " + String.join(" ", recounted));
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

    private JsonObject result(int people, int kills, int runs, int window) {
        return new JsonObject()
                .put("bench", name())
                .put("seed", seed)
                .put("kills", kills)
                .put("messages", (long) people * runs)
                .put("duplicates", duplicates)
                .put("lost", lost)
                .put("inDoubt", inDoubt)
                .put("inDoubtMax", inDoubtMax)
                .put("parkedReceipts", parked.size())
                .put("window", window)
                .put("recount", String.join(" ", recounted))
                .put("failures", failures);
    }
}
