package io.postrider.sender;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.SettingException;
import io.postrider.refusal.Refusal;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a gateway for a moment, to tell a person whether its settings work. Nothing is sent. */
public final class ConnectionTrial {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionTrial.class);
    private static final int AT_ONCE = 4;
    private static final Duration SECOND_THOUGHT = Duration.ofMillis(700);
    private final Vertx vertx;
    private final Duration patience;
    private final AtomicInteger running = new AtomicInteger();

    /** @param patience how long a gateway may take to connect */
    public ConnectionTrial(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** What became of it: up, down, parked, or still connecting when patience ended. */
    Future<GatewayState> run(GatewayProvider provider, String sender, Map<String, String> settings) {
        if (running.incrementAndGet() > AT_ONCE) {
            running.decrementAndGet();
            return Future.failedFuture(Refusal.of(SenderReason.TRIALS_BUSY));
        }
        Watch watch = new Watch(vertx, sender, Map.copyOf(settings));
        return vertx.executeBlocking(() -> provider.open(watch), false)
                .recover(problem -> Future.failedFuture(readable(problem)))
                .compose(gateway -> tried(gateway, watch))
                .onComplete(done -> running.decrementAndGet());
    }

    private static Throwable readable(Throwable problem) {
        return problem instanceof SettingException wrong
                ? Refusal.ofField(
                        SenderReason.SETTING_WRONG,
                        "/settings/" + wrong.setting(),
                        Map.of("sentence", String.valueOf(wrong.getMessage())))
                : problem;
    }

    private Future<GatewayState> tried(Gateway gateway, Watch watch) {
        long timer = vertx.setTimer(patience.toMillis(), late -> watch.settle());
        Future<Void> started = vertx.executeBlocking(gateway::start, false)
                .compose(stage -> Future.fromCompletionStage(stage, vertx.getOrCreateContext()));
        started.onFailure(watch::fail);
        return watch.end().eventually(() -> {
            vertx.cancelTimer(timer);
            return stopped(gateway);
        });
    }

    private Future<Void> stopped(Gateway gateway) {
        return vertx.executeBlocking(() -> gateway.stop(Duration.ZERO), false)
                .compose(stage -> Future.fromCompletionStage(stage, vertx.getOrCreateContext()))
                .onFailure(problem -> LOG.warn("a gateway that was only tried did not stop cleanly", problem));
    }

    /** Watches the gateway; a connection that is down may only be the first of several, so it gets a moment more. */
    private static final class Watch implements GatewayContext {
        private final Vertx vertx;
        private final Context context;
        private final String sender;
        private final Map<String, String> settings;
        private final Promise<GatewayState> end = Promise.promise();
        private GatewayState last = new GatewayState(GatewayState.Phase.CONNECTING, "There is no answer yet.");

        Watch(Vertx vertx, String sender, Map<String, String> settings) {
            this.vertx = vertx;
            this.context = vertx.getOrCreateContext();
            this.sender = sender;
            this.settings = settings;
        }

        Future<GatewayState> end() {
            return end.future();
        }

        void settle() {
            end.tryComplete(last);
        }

        void fail(Throwable problem) {
            end.tryFail(problem);
        }

        @Override
        public void state(GatewayState state) {
            context.runOnContext(ignored -> {
                last = state;
                switch (state.phase()) {
                    case CONNECTING -> {}
                    case DOWN -> vertx.setTimer(SECOND_THOUGHT.toMillis(), later -> settle());
                    case UP, PARKED, STOPPED -> settle();
                }
            });
        }

        @Override
        public String sender() {
            return sender;
        }

        @Override
        public Map<String, String> settings() {
            return settings;
        }

        @Override
        public void ready() {
            // nothing waits to be sent
        }

        @Override
        public void outcomes(List<Outcome> batch) {
            LOG.warn("a gateway that was only tried told {} outcomes", batch.size());
        }

        @Override
        public CompletionStage<Void> inbound(List<Inbound> batch) {
            return CompletableFuture.failedFuture(new IllegalStateException("only a trial: deliver it again later"));
        }
    }
}
