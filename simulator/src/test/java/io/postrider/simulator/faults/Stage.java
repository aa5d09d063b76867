package io.postrider.simulator.faults;

import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.behaviour.Behaviour;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** A simulator for one test, with what differs from a kind operator. */
public final class Stage implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 15;

    private final Simulator simulator;

    private Stage(Simulator simulator) {
        this.simulator = simulator;
    }

    public static JsonObject kind() {
        return new JsonObject()
                .put("outcomes", new JsonObject().put("delivered", 100))
                .put("receiptDelay", 0)
                .put("reading", new JsonObject().put("clicks", 0));
    }

    public static Stage with(JsonObject changes, Clock clock) {
        Behaviour behaviour = Behaviour.of(kind()).with(changes);
        var simulator = new Simulator(SimulatorSettings.onFreePorts().with(behaviour), clock);
        await(simulator.start());
        return new Stage(simulator);
    }

    public static Stage with(JsonObject changes) {
        return with(changes, Clock.systemUTC());
    }

    public static Stage withFault(String name, Object value) {
        return with(new JsonObject().put("faults", new JsonObject().put(name, value)));
    }

    public static Stage withPreset(String name) {
        Stage stage = with(new JsonObject());
        await(stage.simulator.preset(name));
        return stage;
    }

    public WireClient client() throws IOException {
        return WireClient.bound(simulator.smppPort());
    }

    public Simulator simulator() {
        return simulator;
    }

    public void behave(JsonObject document) {
        await(simulator.behave(Behaviour.of(document)));
    }

    public JsonObject statistics() {
        return await(simulator.statistics());
    }

    public long statistic(String name) {
        return statistics().getLong(name);
    }

    public void awaitStatistic(String name, long value) {
        while (statistic(name) < value) {
            Thread.onSpinWait();
        }
    }

    public static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        await(simulator.stop());
    }
}
