package io.postrider.bench;

import io.postrider.rig.Poll;
import io.postrider.rig.ProcessTimes;
import io.postrider.rig.RunReport;
import io.postrider.rig.WatchedRun;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The server itself: a broadcast from its activation to the last receipt, everything durable. */
final class ServerRunner implements Runner {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration REST_PAUSE = Duration.ofMillis(250);

    private final Field field;
    private final int people;
    private final JsonArray failures;

    /** @param failures where to say what was not as it must be */
    ServerRunner(Field field, int people, JsonArray failures) {
        this.field = field;
        this.people = people;
        this.failures = failures;
    }

    @Override
    public String name() {
        return "postrider";
    }

    @Override
    public Lap run() {
        String mailing = field.mailing();
        Lap lap = Lap.of(field.simulator(), people, cpu(field), () -> field.activate(mailing));
        check(field.watch(mailing));
        return lap;
    }

    private static Map<String, DoubleSupplier> cpu(Field field) {
        long server = field.lab().server().pid();
        return Map.of(
                "server", () -> ProcessTimes.cpuSeconds(server),
                "postgres", () -> ProcessTimes.postgresSeconds(server),
                "simulator", () -> ProcessTimes.cpuSeconds(field.lab().simulatorPid()));
    }

    private void check(WatchedRun watched) {
        JsonObject rested =
                Poll.until("the run to come to rest", PATIENCE, REST_PAUSE, watched::now, WatchedRun::isAtRest);
        RunReport report = RunReport.of(rested);
        JsonObject seen = field.statistics();
        if (report.recipients() != people || report.submitted() != people || report.ended() != people) {
            failures.add("The run says " + report + " of " + people + " people.");
        }
        if (seen.getLong("phones") != people || seen.getLong("messages") != people) {
            failures.add("The simulator says " + seen.encode() + " of " + people + " people.");
        }
    }

    @Override
    public void close() {
        // the field ends the server
    }
}
