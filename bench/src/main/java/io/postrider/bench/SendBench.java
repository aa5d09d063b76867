package io.postrider.bench;

import io.postrider.rig.Installation;
import io.postrider.rig.Poll;
import io.postrider.rig.ProcessTimes;
import io.postrider.rig.RunReport;
import io.postrider.rig.WatchedRun;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How fast a broadcast goes out: from its activation to the last receipt, with a conditional template, a tracked link and
 * everything durable.
 */
final class SendBench implements Bench {
    private static final int PEOPLE = 50_000;
    private static final int QUICK_PEOPLE = 5_000;
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration REST_PAUSE = Duration.ofMillis(250);

    private final Installation installation;
    private final PrintStream log;
    private final PrintStream out;
    private final Series rates = new Series();
    private final Series serverCpu = new Series();
    private final Series postgresCpu = new Series();
    private final Series simulatorCpu = new Series();
    private final JsonArray failures = new JsonArray();

    SendBench(Installation installation, PrintStream log, PrintStream out) {
        this.installation = installation;
        this.log = log;
        this.out = out;
    }

    @Override
    public String name() {
        return "send";
    }

    /** CPU seconds of the three since they began. */
    private record Cpu(double server, double postgres, double simulator) {
        static Cpu of(Field field) {
            long server = field.lab().server().pid();
            return new Cpu(
                    ProcessTimes.cpuSeconds(server),
                    ProcessTimes.postgresSeconds(server),
                    ProcessTimes.cpuSeconds(field.lab().simulatorPid()));
        }
    }

    @Override
    public JsonObject run(boolean quick) {
        int people = quick ? QUICK_PEOPLE : PEOPLE;
        int rounds = quick ? QUICK_ROUNDS : ROUNDS;
        try (Field field = new Field(installation, installation.folder(name()), people, List.of("--click", "0"), log)) {
            out.println("round  messages/s  CPU s per 1,000: server  postgres  simulator");
            for (int round = 0; round <= rounds; round++) {
                send(field, people, round);
            }
            long resident = ProcessTimes.peakResidentMb(field.lab().server().pid());
            return result(people, resident);
        }
    }

    /** Round 0 warms up and is not counted. */
    private void send(Field field, int people, int round) {
        String mailing = field.mailing();
        Cpu before = Cpu.of(field);
        long begun = System.nanoTime();
        field.activate(mailing);
        Poll.until(
                "the receipts",
                PATIENCE,
                PAUSE,
                field::statistics,
                seen -> seen.getLong("receipts") >= people && seen.getLong("receiptsWaiting") == 0);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Cpu after = Cpu.of(field);
        double thousands = people / 1_000.0;
        double server = (after.server() - before.server()) / thousands;
        double postgres = (after.postgres() - before.postgres()) / thousands;
        double simulator = (after.simulator() - before.simulator()) / thousands;
        out.printf(
                Locale.ROOT,
                "%-5s  %,10.0f  %23.4f  %8.4f  %9.4f%n",
                round == 0 ? "warm" : round,
                people / seconds,
                server,
                postgres,
                simulator);
        if (round > 0) {
            rates.add(people / seconds);
            serverCpu.add(server);
            postgresCpu.add(postgres);
            simulatorCpu.add(simulator);
        }
        check(field, field.watch(mailing), people);
    }

    private void check(Field field, WatchedRun watched, int people) {
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

    private JsonObject result(int people, long resident) {
        return new JsonObject()
                .put("bench", name())
                .put("unit", "messages/s")
                .put("messages", people)
                .put("ours", rates.json())
                .put(
                        "cpuSecondsPer1000",
                        new JsonObject()
                                .put("server", rounded(serverCpu))
                                .put("postgres", rounded(postgresCpu))
                                .put("simulator", rounded(simulatorCpu)))
                .put("peakResidentMb", resident)
                .put("machine", Machine.json())
                .put("commit", Machine.commit(installation.home()))
                .put("failures", failures);
    }

    private static double rounded(Series series) {
        return Math.round(series.median() * 10_000) / 10_000.0;
    }
}
