package io.postrider.smpp.gateway;

import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the binds bound, one attempt at a time, and tells the host how the connection stands. */
final class Connector {
    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

    private final Vertx vertx;
    private final GatewayContext host;
    private final ReconnectPolicy policy;
    private final List<Session> sessions;
    private final CompletableFuture<Void> firstAttempt = new CompletableFuture<>();
    private @Nullable Session attempt;
    private @Nullable GatewayState told;
    private long notBefore = System.nanoTime();
    private long timer = -1;
    private boolean parked;
    private boolean stopped;

    Connector(Vertx vertx, GatewayContext host, ReconnectPolicy policy, List<Session> sessions) {
        this.vertx = vertx;
        this.host = host;
        this.policy = policy;
        this.sessions = sessions;
    }

    /** Completes when the first attempt has ended, however. */
    CompletionStage<Void> begin() {
        tell(GatewayState.Phase.CONNECTING, "Connecting");
        connectNext();
        return firstAttempt;
    }

    boolean isUp() {
        return sessions.stream().anyMatch(session -> session.isBound() && session.canTransmit());
    }

    void bound(Session session) {
        policy.accepted();
        attemptEnded(session);
        long bound = sessions.stream().filter(Session::isBound).count();
        LOG.info("{}: {} of {} binds are bound", host.sender(), bound, sessions.size());
        tellWhetherUp("Not every kind of bind is bound yet");
        connectNext();
    }

    void ended(Session session, Ending ending) {
        attemptEnded(session);
        if (stopped) {
            return;
        }
        LOG.warn("{}: {}", host.sender(), ending.reason());
        Duration pause =
                ending.refusal() == 0 ? policy.afterLoss(ending.bound()) : policy.afterRefusal(ending.refusal());
        if (pause == null) {
            parked = true;
        } else {
            notBefore = System.nanoTime() + pause.toNanos();
        }
        tellWhetherUp(ending.reason());
        connectNext();
    }

    private void attemptEnded(Session session) {
        if (attempt == session) {
            attempt = null;
        }
        firstAttempt.complete(null);
    }

    private void connectNext() {
        vertx.cancelTimer(timer);
        if (stopped || parked || attempt != null) {
            return;
        }
        long wait = notBefore - System.nanoTime();
        if (wait > 0) {
            timer = vertx.setTimer(wait / 1_000_000 + 1, fired -> connectNext());
            return;
        }
        Session idle = sessions.stream().filter(Session::isIdle).findFirst().orElse(null);
        if (idle != null) {
            attempt = idle;
            idle.connect();
        }
    }

    private void tellWhetherUp(String whyNot) {
        long bound = sessions.stream().filter(Session::isBound).count();
        if (isUp()) {
            tell(GatewayState.Phase.UP, bound + " of " + sessions.size() + " connections are bound");
        } else if (parked) {
            tell(GatewayState.Phase.PARKED, whyNot);
        } else {
            tell(GatewayState.Phase.DOWN, whyNot);
        }
    }

    private void tell(GatewayState.Phase phase, String detail) {
        var state = new GatewayState(phase, detail);
        if (!Objects.equals(state, told)) {
            told = state;
            host.state(state);
        }
    }

    /** Connects no more. */
    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        firstAttempt.complete(null);
    }

    /** All is closed now. */
    void stopped() {
        tell(GatewayState.Phase.STOPPED, "Stopped");
    }
}
