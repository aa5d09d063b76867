package io.postrider.bench;

import io.postrider.load.Tap;
import io.postrider.rig.Installation;
import io.postrider.rig.Poll;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How exactly a sender's speed limit is held, by the times at which the gateway writes each submit_sm. */
final class LimitBench implements Bench {
    /** Percent by which the average may be wrong, and the fullest second too full. */
    private static final double AVERAGE = 2;

    private static final double FULLEST = 5;
    private static final int MORE_SECONDS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Installation installation;
    private final LimitOptions options;
    private final PrintStream log;
    private final PrintStream out;
    private final JsonArray failures = new JsonArray();

    LimitBench(Installation installation, LimitOptions options, PrintStream log, PrintStream out) {
        this.installation = installation;
        this.options = options;
        this.log = log;
        this.out = out;
    }

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public JsonObject run(boolean quick) {
        int limit = options.limit();
        int seconds = options.seconds(quick);
        int people = limit * (seconds + MORE_SECONDS);
        try (Field field = new Field(installation, installation.folder(name()), people, List.of("--click", "0"), log);
                Tap tap = new Tap(field.account(Field.SERVER).port())) {
            field.useSender(tap.port(), limit);
            field.activate(field.mailing());
            Poll.until("the first message", PATIENCE, PAUSE, tap::count, count -> count > 0);
            long begun = tap.times()[0];
            Poll.until("the time to be over", PATIENCE, PAUSE, tap::count, count -> isOver(begun, seconds));
            return result(Pace.of(tap.times(), seconds), seconds, quick);
        }
    }

    private static boolean isOver(long begun, int seconds) {
        return System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(seconds);
    }

    private JsonObject result(Pace pace, int seconds, boolean quick) {
        double limit = options.limit();
        double average = 100 * (pace.average() / limit - 1);
        double fullest = 100 * (pace.fullestSecond() / limit - 1);
        out.printf(
                Locale.ROOT,
                "limit %.0f a second: %.2f a second over %d seconds (%+.2f %%), %d in the fullest second (%+.2f %%), %.1f s after the first%n",
                limit,
                pace.average(),
                seconds,
                average,
                pace.fullestSecond(),
                fullest,
                pace.fullestAt());
        if (!quick && Math.abs(average) > AVERAGE) {
            failures.add(String.format(Locale.ROOT, "The average is %+.2f %% off, 2 %% are allowed.", average));
        }
        if (!quick && pace.fullestSecond() > limit * (1 + FULLEST / 100)) {
            failures.add(String.format(Locale.ROOT, "The fullest second is %+.2f %% off, 5 %% are allowed.", fullest));
        }
        return new JsonObject()
                .put("bench", name())
                .put("unit", "messages/s")
                .put("measured", "when the gateway's submit_sm pass a tap in its connection")
                .put("limit", options.limit())
                .put("seconds", seconds)
                .put("average", Series.fine(pace.average()))
                .put("averageOffPercent", Series.fine(average))
                .put("fullestSecond", pace.fullestSecond())
                .put("fullestSecondAt", Series.fine(pace.fullestAt()))
                .put("fullestSecondOffPercent", Series.fine(fullest))
                .put("machine", Machine.json())
                .put("commit", Machine.commit(installation.home()))
                .put("failures", failures);
    }
}
