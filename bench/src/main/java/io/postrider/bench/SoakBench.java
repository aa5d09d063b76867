package io.postrider.bench;

import io.postrider.rig.Installation;
import io.postrider.rig.Lab;
import io.postrider.rig.Poll;
import io.postrider.rig.ProcessTimes;
import io.postrider.rig.RunReport;
import io.postrider.rig.WatchedRun;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a broadcast to very many goes as fast at its end as at its beginning, and what memory the server takes for it. */
final class SoakBench implements Bench {
    private static final double GOAL = 0.9;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration REST_PAUSE = Duration.ofMillis(250);

    private final Installation installation;
    private final SoakOptions options;
    private final PrintStream log;
    private final PrintStream out;
    private final JsonArray failures = new JsonArray();

    SoakBench(Installation installation, SoakOptions options, PrintStream log, PrintStream out) {
        this.installation = installation;
        this.options = options;
        this.log = log;
        this.out = out;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public JsonObject run(boolean quick) {
        int people = options.messages(quick);
        int part = options.part(quick);
        Path folder = installation.folder(name());
        List<String> jvm = new ArrayList<>(List.of(HeapLog.option(HeapLog.beside(folder))));
        jvm.addAll(options.serverJvm());
        Lab.Options lab = new Lab.Options(List.of("--click", "0"), List.of(), jvm);
        try (Field field = new Field(installation, folder, people, lab, log)) {
            log.printf(Locale.ROOT, "Warming up with %,d messages.%n", part);
            send(field, field.mailing(part), part);
            long server = field.lab().server().pid();
            double cpu = ProcessTimes.cpuSeconds(server);
            double postgres = ProcessTimes.postgresSeconds(server);
            Climb climb = send(field, field.mailing(), people);
            JsonObject used = new JsonObject()
                    .put("server", per1000(ProcessTimes.cpuSeconds(server) - cpu, people))
                    .put("postgres", per1000(ProcessTimes.postgresSeconds(server) - postgres, people));
            return result(climb, people, part, quick)
                    .put("cpuSecondsPer1000", used)
                    .put("peakHeapMb", HeapLog.read(HeapLog.beside(folder)).peak())
                    .put(
                            "mostLeftByCollectionMb",
                            HeapLog.read(HeapLog.beside(folder)).left())
                    .put("peakResidentMb", ProcessTimes.peakResidentMb(server))
                    .put("failures", failures);
        }
    }

    private static double per1000(double seconds, int messages) {
        return Math.round(seconds * 1_000 / messages * 10_000) / 10_000.0;
    }

    private Climb send(Field field, String mailing, int messages) {
        Climb climb = new Climb();
        field.activate(mailing);
        Poll.until("the receipts", PATIENCE, PAUSE, () -> looked(field, climb), seen -> isOver(seen, messages));
        WatchedRun watched = field.watch(mailing);
        JsonObject rested =
                Poll.until("the run to come to rest", PATIENCE, REST_PAUSE, watched::now, WatchedRun::isAtRest);
        RunReport report = RunReport.of(rested);
        if (report.recipients() != messages || report.submitted() != messages || report.ended() != messages) {
            failures.add("The run says " + report + " of " + messages + " people.");
        }
        return climb;
    }

    private static JsonObject looked(Field field, Climb climb) {
        JsonObject seen = field.statistics();
        climb.look(System.nanoTime(), seen.getLong("submitted"));
        return seen;
    }

    private static boolean isOver(JsonObject seen, int messages) {
        return seen.getLong("receipts") >= messages && seen.getLong("receiptsWaiting") == 0;
    }

    private JsonObject result(Climb climb, int people, int part, boolean quick) {
        JsonArray rates = new JsonArray();
        for (int from = 0; from + part <= people; from += part) {
            rates.add(Math.round(climb.perSecond(from, from + part)));
        }
        double first = climb.perSecond(0, part);
        double last = climb.perSecond(people - part, people);
        double whole = climb.perSecond(0, people);
        out.printf(
                Locale.ROOT,
                "%,d messages: %,.0f a second; the first %,d: %,.0f, the last: %,.0f, ratio %.2f%n",
                people,
                whole,
                part,
                first,
                last,
                last / first);
        if (!quick && last / first < GOAL) {
            failures.add(String.format(
                    Locale.ROOT,
                    "The last part is at %.2f of the first's rate, the goal is %.1f.",
                    last / first,
                    GOAL));
        }
        return new JsonObject()
                .put("bench", name())
                .put("unit", "messages/s")
                .put("messages", people)
                .put("rate", Math.round(whole))
                .put("part", part)
                .put("first", Math.round(first))
                .put("last", Math.round(last))
                .put("ratio", Series.fine(last / first))
                .put("ratesByPart", rates)
                .put("machine", Machine.json())
                .put("commit", Machine.commit(installation.home()));
    }
}
