package io.postrider.bench;

import io.postrider.rig.Installation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** How long a single message takes from the call of the API to submit_sm, while broadcasts go out as fast as they can. */
final class ApiBench implements Bench {
    private static final double GOAL_MILLIS = 250;
    private static final int WARM_SECONDS = 3;
    private static final List<String> SIMULATOR = List.of("--click", "0", "--keep-messages", "200000");

    private final Installation installation;
    private final ApiOptions options;
    private final PrintStream log;
    private final PrintStream out;
    private final JsonArray failures = new JsonArray();

    ApiBench(Installation installation, ApiOptions options, PrintStream log, PrintStream out) {
        this.installation = installation;
        this.options = options;
        this.log = log;
        this.out = out;
    }

    @Override
    public String name() {
        return "api";
    }

    @Override
    public JsonObject run(boolean quick) {
        int people = options.messages(quick);
        int seconds = options.seconds(quick);
        try (Field field = new Field(installation, installation.folder(name()), people, SIMULATOR, log)) {
            SingleMessages single = new SingleMessages(field.api(), field.simulator(), field.sender());
            ServerRunner server = new ServerRunner(field, people, failures);
            log.printf(
                    Locale.ROOT,
                    "A broadcast alone: %,.0f a second%n",
                    server.run().rate());
            single.run(options.rate(), WARM_SECONDS);
            Latencies quiet = told("alone", single.run(options.rate(), seconds));
            Broadcasts broadcasts = new Broadcasts(field);
            Latencies busy;
            double rate;
            try {
                single.run(options.rate(), WARM_SECONDS);
                broadcasts.measure();
                busy = told("beside broadcasts", single.run(options.rate(), seconds));
                rate = broadcasts.rate();
            } finally {
                broadcasts.close();
            }
            return result(quiet, busy, rate, quick);
        }
    }

    private Latencies told(String when, Latencies latencies) {
        out.printf(
                Locale.ROOT,
                "%-18s %,d calls: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                when,
                latencies.sorted().size(),
                latencies.percentile(50),
                latencies.percentile(95),
                latencies.percentile(99),
                latencies.percentile(100));
        return latencies;
    }

    private JsonObject result(Latencies quiet, Latencies busy, double rate, boolean quick) {
        out.printf(Locale.ROOT, "meanwhile %,.0f messages a second were submitted%n", rate);
        if (!quick && busy.percentile(99) >= GOAL_MILLIS) {
            failures.add(String.format(
                    Locale.ROOT, "p99 is %.0f ms, the goal is below %.0f.", busy.percentile(99), GOAL_MILLIS));
        }
        return new JsonObject()
                .put("bench", name())
                .put("unit", "ms")
                .put("measured", "from the time a call was due until the simulator had its submit_sm")
                .put("callsPerSecond", options.rate())
                .put("ours", busy.json())
                .put("withoutBroadcast", quiet.json())
                .put("broadcastRate", Math.round(rate))
                .put("machine", Machine.json())
                .put("commit", Machine.commit(installation.home()))
                .put("failures", failures);
    }
}
