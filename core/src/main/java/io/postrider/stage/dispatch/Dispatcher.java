package io.postrider.stage.dispatch;

import io.postrider.plugin.SettingsCheck;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.sender.Lease;
import io.postrider.sender.LeaseStore;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderActivity;
import io.postrider.sender.SenderStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the lanes of this server: takes the lease of each sender that nobody drives, opens its gateway, tells its lane what
 * changes, opens the gateway anew when its settings change or its lane fails, and gives everything back at the end. Runs on the event loop that called
 * {@link #sweep} first; {@link #state} may be called from any thread.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private final Vertx vertx;
    private final Clock clock;
    private final LaneTools tools;
    private final SenderStore senders;
    private final LeaseStore leases;
    private final Function<String, Optional<GatewayProvider>> gateways;
    private final String node;
    private final Duration drain;
    private final Map<Long, LaneSlot> slots = new ConcurrentHashMap<>();
    private boolean stopping;

    /**
     * @param tools what its lanes work with
     * @param gateways finds a gateway provider by its name
     * @param node the name of this server; a server that comes back under it takes its own leases over at once
     * @param drain how long a gateway that stops may wait for answers
     */
    public Dispatcher(
            LaneTools tools,
            SenderStore senders,
            Function<String, Optional<GatewayProvider>> gateways,
            String node,
            Duration drain) {
        this.vertx = tools.vertx();
        this.clock = tools.clock();
        this.tools = tools;
        this.senders = senders;
        this.leases = tools.leases();
        this.gateways = gateways;
        this.node = node;
        this.drain = drain;
    }

    /** Looks at every sender and its prices once; opening and closing goes on after the future has completed. */
    public Future<Void> sweep() {
        return tools.prices().refresh().compose(done -> senders.all()).map(all -> {
            if (!stopping) {
                Context context = vertx.getOrCreateContext();
                all.forEach(sender -> reconcile(sender, context));
                dropOthers(all, context);
            }
            return null;
        });
    }

    /** A sender may have something new to send, or less than before. */
    public void look(long senderId) {
        LaneSlot slot = slots.get(senderId);
        SenderLane lane = slot == null ? null : slot.lane();
        if (lane != null) {
            lane.look();
        }
    }

    /** What this sender is doing; empty if this server does not drive it. Callable from any thread. */
    public Optional<SenderActivity> state(long senderId) {
        return Optional.ofNullable(slots.get(senderId)).map(slot -> slot.activity(clock.instant()));
    }

    /** Senders of which a person would see something new since this was asked last. */
    List<Long> news() {
        Instant now = clock.instant();
        return slots.entrySet().stream()
                .filter(slot -> slot.getValue().hasNews(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Stops every lane; completes when all is written down and the leases are free. */
    public Future<Void> stop() {
        stopping = true;
        List<Future<?>> closing = new ArrayList<>();
        for (LaneSlot slot : slots.values()) {
            SenderLane lane = slot.lane();
            if (lane != null) {
                closing.add(lane.stop(drain));
            }
        }
        return Future.join(closing).mapEmpty();
    }

    private void reconcile(Sender sender, Context context) {
        LaneSlot slot = slots.computeIfAbsent(sender.id(), id -> new LaneSlot(sender, node));
        if (slot.mayOpen(sender, clock.instant())) {
            open(slot, sender, context);
        } else if (slot.isOutdated(sender) && !slot.obeys(sender)) {
            slot.moving(sender);
            close(slot, context).onComplete(closed -> {
                if (LaneSlot.isWanted(sender)) {
                    open(slot, sender, context);
                }
            });
        }
    }

    private void dropOthers(List<Sender> all, Context context) {
        var known = all.stream().map(Sender::id).collect(Collectors.toSet());
        slots.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .toList()
                .forEach(entry -> {
                    slots.remove(entry.getKey());
                    close(entry.getValue(), context)
                            .onFailure(problem -> LOG.warn("sender {} did not stop", entry.getKey(), problem));
                });
    }

    private Future<Void> close(LaneSlot slot, Context context) {
        String deployment = slot.deployment();
        Future<Void> gone = deployment == null ? Future.succeededFuture() : vertx.undeploy(deployment);
        return here(context, gone).onComplete(done -> slot.closed());
    }

    private void open(LaneSlot slot, Sender sender, Context context) {
        slot.moving(sender);
        Optional<GatewayProvider> provider = gateways.apply(sender.gateway());
        if (provider.isEmpty()) {
            slot.failed("No plugin offers the gateway " + sender.gateway() + ".", clock.instant());
            return;
        }
        Future<Void> opening = senders.secrets(sender)
                .map(secrets -> settings(provider.get(), sender, secrets))
                .compose(settings -> leases.take(sender.accountId(), sender.id(), node)
                        .compose(lease -> lease.isPresent()
                                ? start(slot, sender, lease.get(), provider.get(), settings, context)
                                : Future.succeededFuture()));
        here(context, opening).onComplete(done -> {
            if (done.failed() && slot.lane() == null) {
                LOG.warn("sender {} could not be opened and will be tried again", sender.id(), done.cause());
                slot.failed(String.valueOf(done.cause().getMessage()), clock.instant());
            }
            slot.settled();
        });
    }

    private static Map<String, String> settings(GatewayProvider provider, Sender sender, Map<String, String> secrets) {
        Map<String, String> given = new HashMap<>(sender.settings());
        given.putAll(secrets);
        SettingsCheck check = SettingsCheck.of(provider.settings(), given);
        if (!check.passed()) {
            throw new IllegalStateException("These settings are not valid: "
                    + check.problems().stream()
                            .map(problem -> problem.setting() + " (" + problem.code() + ")")
                            .collect(Collectors.joining(", ")));
        }
        return check.values();
    }

    private Future<Void> start(
            LaneSlot slot,
            Sender sender,
            Lease lease,
            GatewayProvider provider,
            Map<String, String> settings,
            Context context) {
        LaneVerticle verticle = new LaneVerticle(() -> new SenderLane(tools, sender, lease), drain);
        return vertx.deployVerticle(verticle)
                .compose(deployment -> verticle.lane().compose(lane -> {
                    slot.opened(lane, deployment);
                    here(context, lane.ended()).onFailure(problem -> {
                        slot.failed(String.valueOf(problem.getMessage()), clock.instant());
                        vertx.undeploy(deployment)
                                .onFailure(stuck -> LOG.warn("sender {} did not stop", sender.id(), stuck));
                    });
                    return lane.start(settings, provider::open);
                }));
    }

    /** The same future, completing on the event loop of the dispatcher. */
    private static <T> Future<T> here(Context context, Future<T> future) {
        Promise<T> promise = Promise.promise();
        future.onComplete(done -> context.runOnContext(ignored -> promise.handle(done)));
        return promise.future();
    }
}
