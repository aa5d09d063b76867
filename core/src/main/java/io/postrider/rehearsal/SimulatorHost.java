package io.postrider.rehearsal;

import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a simulator is there: one that answers is used, otherwise one is started. Callable from any thread. */
public final class SimulatorHost {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorHost.class);
    private static final long LOOK_MILLIS = 100;
    private static final int LOOKS = 300;
    private final Vertx vertx;
    private final SimulatorAddress address;
    private final SimulatorClient client;
    private final Optional<Path> folder;
    private final Path log;
    private @Nullable Future<JsonObject> starting;
    private @Nullable SimulatorProcess process;
    private boolean ended;

    /**
     * @param folder with the simulator's jars; empty if there is none to start
     * @param log where a started simulator writes what it says
     */
    public SimulatorHost(Vertx vertx, SimulatorAddress address, Optional<Path> folder, Path log) {
        this.vertx = vertx;
        this.address = address;
        this.client = new SimulatorClient(vertx, address);
        this.folder = folder;
        this.log = log;
    }

    /** Where the simulator is. */
    SimulatorAddress address() {
        return address;
    }

    /** Asks what is there. */
    SimulatorClient client() {
        return client;
    }

    /** Whether it can be started when it is absent. */
    boolean canStart() {
        return folder.isPresent();
    }

    /** Whether it is being started now. */
    synchronized boolean isStarting() {
        return starting != null && !starting.isComplete();
    }

    /** Process id of a simulator that this server has started and that still runs. */
    synchronized Optional<Long> pid() {
        return Optional.ofNullable(process).filter(SimulatorProcess::isAlive).map(SimulatorProcess::pid);
    }

    /** Its counters, once it answers. Of several calls at once one starts it. */
    synchronized Future<JsonObject> up() {
        Future<JsonObject> now = starting;
        if (now == null || now.isComplete()) {
            now = client.statistics().recover(absent -> start());
            starting = now;
        }
        return now;
    }

    private Future<JsonObject> start() {
        if (folder.isEmpty()) {
            return Future.failedFuture(Refusal.of(
                    RehearsalReason.NOT_INSTALLED,
                    Map.of("address", address.web().toString())));
        }
        return vertx.executeBlocking(this::launch, false).compose(launched -> {
            Promise<JsonObject> answered = Promise.promise();
            look(launched, answered, LOOKS);
            return answered.future();
        });
    }

    private synchronized SimulatorProcess launch() throws java.io.IOException {
        if (ended) {
            throw new IllegalStateException("the server is ending");
        }
        SimulatorProcess before = process;
        if (before != null) {
            before.end();
        }
        SimulatorProcess launched = SimulatorProcess.start(folder.orElseThrow(), address, log);
        process = launched;
        return launched;
    }

    private void look(SimulatorProcess launched, Promise<JsonObject> answered, int left) {
        client.statistics().onComplete(figures -> {
            if (figures.succeeded()) {
                LOG.info("the simulator is up at {}", address.web());
                answered.complete(figures.result());
            } else if (!launched.isAlive() || left == 0) {
                vertx.executeBlocking(launched::lastWords, false)
                        .onComplete(words -> answered.fail(Refusal.of(
                                RehearsalReason.NOT_STARTED,
                                Map.of("sentence", words.succeeded() ? words.result() : "it took too long."))));
            } else {
                vertx.setTimer(LOOK_MILLIS, timer -> look(launched, answered, left - 1));
            }
        });
    }

    /** Ends the simulator that this server has started. */
    Future<Void> end() {
        return vertx.executeBlocking(
                () -> {
                    SimulatorProcess running = last();
                    if (running != null) {
                        running.end();
                    }
                    return null;
                },
                false);
    }

    private synchronized @Nullable SimulatorProcess last() {
        ended = true;
        return process;
    }
}
