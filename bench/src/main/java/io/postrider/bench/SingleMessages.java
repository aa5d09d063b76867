package io.postrider.bench;

import io.postrider.rig.Client;
import io.postrider.rig.RigException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls the API for one message after another, at times that were fixed before, and asks the simulator when each was
 * submitted. A call that has to wait counts from the time when it should have been made.
 */
final class SingleMessages {
    private static final long FIRST_PHONE = 14_155_550_000L;
    private static final int PHONES = 9_000;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Client api;
    private final Client simulator;
    private final String sender;
    private int called;

    SingleMessages(Client api, Client simulator, String sender) {
        this.api = api;
        this.simulator = simulator;
        this.sender = sender;
    }

    /** Calls so often, evenly, and gives what each took from the call that was due to submit_sm. */
    Latencies run(int perSecond, int seconds) {
        int calls = perSecond * seconds;
        long every = TimeUnit.SECONDS.toNanos(1) / perSecond;
        List<CompletableFuture<Double>> latencies = new ArrayList<>();
        Instant begun = Instant.now();
        long origin = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            awaitUntil(origin + i * every);
            latencies.add(call(Long.toString(FIRST_PHONE + called++ % PHONES), begun.plusNanos(i * every)));
        }
        try {
            return Latencies.of(latencies.stream().map(CompletableFuture::join).toList());
        } catch (CompletionException failed) {
            throw new RigException("A single message did not reach the simulator: " + failed.getCause(), failed);
        }
    }

    private static void awaitUntil(long nanos) {
        for (long rest = nanos - System.nanoTime(); rest > 0; rest = nanos - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    /** Returns at once, however long the one before takes. */
    private CompletableFuture<Double> call(String phone, Instant due) {
        JsonObject message = new JsonObject().put("to", "+" + phone).put("text", "Your code is 123456");
        JsonObject awaited = new JsonObject().put("phone", phone).put("timeout", PATIENCE_MILLIS);
        return api.postLater("/api/v1/senders/" + sender + "/test-message", message)
                .thenCompose(taken -> simulator.postLater("/api/v1/messages/await", awaited))
                .thenApply(seen -> Instant.parse(
                        seen.getJsonArray("items").getJsonObject(0).getString("submittedAt")))
                .thenApply(submitted -> Duration.between(due, submitted).toNanos() / NANOS_PER_MILLI);
    }
}
