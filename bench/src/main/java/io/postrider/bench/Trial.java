package io.postrider.bench;

import io.postrider.load.Feed;
import io.postrider.load.Load;
import io.postrider.load.LoadClient;
import io.postrider.load.Tally;
import io.postrider.rig.ProcessTimes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Function;

/** One measurement: a server of its own is started, warmed up with the same load, and loaded. */
final class Trial {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration time;
    private final long phones;
    private final JsonArray failures;

    /**
     * @param time how long the server is warmed up, and then measured
     * @param phones how many different ones the messages go to
     * @param failures where to say what was not as it must be
     */
    Trial(Duration time, long phones, JsonArray failures) {
        this.time = time;
        this.phones = phones;
        this.failures = failures;
    }

    /**
     * What came out.
     *
     * @param rate messages a second
     * @param pairRate messages with their receipts a second
     * @param cpuMicros of the server, a message
     * @param clientMicros the same of the client
     */
    record Sample(double rate, double pairRate, double cpuMicros, double clientMicros, long refused) {}

    /** Measures our simulator, which must have counted what the client has. */
    Sample ours(Smsc.Starter starter, LoadCase load) {
        return ours(starter, load, smsc -> () -> {});
    }

    /**
     * The same with something that goes on beside it.
     *
     * @param beside begins it, and gives what ends it
     */
    Sample ours(Smsc.Starter starter, LoadCase load, Function<Smsc, Runnable> beside) {
        Tally tally = new Tally();
        try (Smsc smsc = starter.start();
                LoadClient client = load.kind().bind(smsc.account(), tally)) {
            Load.run(client, tally, Feed.during(time, phones, load.receipts()), PATIENCE);
            smsc.reset();
            Runnable end = beside.apply(smsc);
            Measured measured = measure(smsc, client, tally, load, PATIENCE);
            end.run();
            check(load, measured.load(), smsc.statistics());
            return measured.sample();
        }
    }

    /** Measures the peer. Its receipts are not waited for: it can send no more than a hundred a second. */
    Sample peer(Smsc.Starter starter, LoadCase load) {
        Tally tally = new Tally();
        try (Smsc smsc = starter.start();
                LoadClient client = load.kind().bind(smsc.account(), tally)) {
            Load.run(client, tally, Feed.during(time, phones, load.receipts()), Duration.ZERO);
            return measure(smsc, client, tally, load, Duration.ZERO).sample();
        }
    }

    private record Measured(Load load, Sample sample) {}

    private Measured measure(Smsc smsc, LoadClient client, Tally tally, LoadCase load, Duration patience) {
        long self = ProcessHandle.current().pid();
        double server = smsc.cpuSeconds();
        double own = ProcessTimes.cpuSeconds(self);
        Load came = Load.run(client, tally, Feed.during(time, phones, load.receipts()), patience);
        double micros = 1e6 / Math.max(1, came.accepted());
        return new Measured(
                came,
                new Sample(
                        came.rate(),
                        came.pairRate(),
                        (smsc.cpuSeconds() - server) * micros,
                        (ProcessTimes.cpuSeconds(self) - own) * micros,
                        came.refused()));
    }

    private void check(LoadCase load, Load came, JsonObject seen) {
        if (came.refused() > 0) {
            failures.add(load + ": the simulator refused " + came.refused() + " messages.");
        }
        if (seen.getLong("submitted") != came.accepted()) {
            failures.add(load + ": the client counts " + came.accepted() + " messages, the simulator "
                    + seen.getLong("submitted") + ".");
        }
        if (load.receipts() && came.receipts() != came.accepted()) {
            failures.add(load + ": " + came.receipts() + " receipts came for " + came.accepted() + " messages.");
        }
    }
}
