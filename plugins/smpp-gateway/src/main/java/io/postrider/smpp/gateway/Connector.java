package io.postrider.smpp.gateway;

import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the binds bound and tells the host how the connection stands. Each server is tried by one bind at a time; while
 * one server fails its binds go to the next, and a bind that fails again and again keeps no other waiting.
 */
final class Connector {
    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

    private final Vertx vertx;
    private final GatewayContext host;
    private final Refusals refusals;
    private final List<Slot> slots = new ArrayList<>();
    private final CompletableFuture<Void> firstAttempt = new CompletableFuture<>();
    private @Nullable GatewayState told;
    private String trouble = "";
    private String next = "";
    private long timer = -1;
    private boolean parked;
    private boolean stopped;

    /** A bind and the servers that it may go to, the one it prefers first. */
    private static final class Slot {
        private final Session session;
        private final List<Site> sites;
        private @Nullable Site at;

        Slot(Session session, List<Site> sites) {
            this.session = session;
            this.sites = sites;
        }

        /** The server to try now; null while it is better to wait. */
        @Nullable Site choice(long now) {
            for (Site site : sites) {
                if (site.isFree(now)) {
                    return site;
                }
                if (site.isTrusted()) {
                    return null;
                }
            }
            return null;
        }
    }

    Connector(Vertx vertx, GatewayContext host, SmppSettings settings, RandomGenerator random, List<Session> sessions) {
        this.vertx = vertx;
        this.host = host;
        SmppSettings.Timing timing = settings.timing();
        this.refusals = new Refusals(timing.retry(), timing.alreadyBound());
        List<Site> sites = settings.target().endpoints().stream()
                .map(endpoint -> new Site(endpoint, new Backoff(timing.retry(), timing.longestRetry(), random)))
                .toList();
        for (int i = 0; i < sessions.size(); i++) {
            int first = settings.target().spread() ? i % settings.links().binds() % sites.size() : 0;
            List<Site> order = new ArrayList<>(sites.subList(first, sites.size()));
            order.addAll(sites.subList(0, first));
            slots.add(new Slot(sessions.get(i), List.copyOf(order)));
        }
    }

    /** Completes when the first attempt has ended, however. */
    CompletionStage<Void> begin() {
        tell(GatewayState.Phase.CONNECTING, "Connecting", "");
        connectMore();
        return firstAttempt;
    }

    boolean isUp() {
        for (Slot slot : slots) {
            if (slot.session.isBound() && slot.session.canTransmit()) {
                return true;
            }
        }
        return false;
    }

    void bound(Session session) {
        refusals.accepted();
        Site site = slotOf(session).at;
        if (site != null) {
            site.accepted();
        }
        firstAttempt.complete(null);
        LOG.info("{}: {} of {} binds are bound", host.sender(), bound(), slots.size());
        tellWhetherUp();
        connectMore();
    }

    void ended(Session session, Ending ending) {
        firstAttempt.complete(null);
        Slot slot = slotOf(session);
        Site site = slot.at;
        slot.at = null;
        if (stopped || site == null) {
            return;
        }
        trouble = ending.reason();
        next = "";
        LOG.warn("{}: {}: {}", host.sender(), site.endpoint(), ending.reason());
        rest(site, ending);
        tellWhetherUp();
        connectMore();
    }

    private void rest(Site site, Ending ending) {
        long now = System.nanoTime();
        if (ending.wasBound()) {
            site.lost(now);
        } else if (Refusals.isOne(ending.refusal())) {
            Duration pause = refusals.refused(ending.refusal(), bound() > 0);
            parked = pause == null;
            site.refused(pause == null ? Duration.ZERO : pause, now);
            next = pause == null
                    ? "No more tries until somebody looks at it."
                    : "The next try follows in " + Math.max(1, pause.toSeconds()) + " s.";
        } else {
            site.failed(now);
        }
    }

    private Slot slotOf(Session session) {
        return slots.stream()
                .filter(slot -> slot.session == session)
                .findFirst()
                .orElseThrow();
    }

    private void connectMore() {
        vertx.cancelTimer(timer);
        if (stopped || parked) {
            return;
        }
        long now = System.nanoTime();
        for (Slot slot : List.copyOf(slots)) {
            Site site = slot.session.isIdle() ? slot.choice(now) : null;
            if (site != null) {
                // to the end, so that next time the others come first
                slots.remove(slot);
                slots.add(slot);
                slot.at = site;
                site.tried();
                slot.session.connect(site.endpoint());
            }
        }
        slots.stream()
                .filter(slot -> slot.session.isIdle())
                .flatMap(slot -> slot.sites.stream())
                .mapToLong(site -> site.restsFor(now))
                .filter(rest -> rest > 0)
                .min()
                .ifPresent(rest -> timer = vertx.setTimer(rest / 1_000_000 + 1, fired -> connectMore()));
    }

    private long bound() {
        return slots.stream().filter(slot -> slot.session.isBound()).count();
    }

    private void tellWhetherUp() {
        long bound = bound();
        if (isUp()) {
            String all = bound + " of " + slots.size() + " connections are bound";
            boolean well = bound == slots.size() || trouble.isEmpty();
            tell(GatewayState.Phase.UP, well ? all : all + ". " + trouble, well ? "" : next);
        } else {
            tell(
                    parked ? GatewayState.Phase.PARKED : GatewayState.Phase.DOWN,
                    trouble.isEmpty() ? "Not every kind of bind is bound yet" : trouble,
                    next);
        }
        if (bound == slots.size()) {
            trouble = "";
            next = "";
        }
    }

    private void tell(GatewayState.Phase phase, String detail, String follows) {
        var state = new GatewayState(phase, detail, follows);
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
        tell(GatewayState.Phase.STOPPED, "Stopped", "");
    }
}
