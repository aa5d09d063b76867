package io.postrider.stage.dispatch;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.sender.Lease;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderActivity;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one ordered lane of a sender: takes, releases, submits, records. A step commits what became of earlier messages
 * together with the permission for the next ones, and only then are those submitted; at most the sender's window of
 * messages is ever released without a durable outcome. Everything runs on one event loop.
 */
final class SenderLane {
    private static final Logger LOG = LoggerFactory.getLogger(SenderLane.class);
    private static final int BATCHES_A_RUN = 100;
    private final LaneTools tools;
    private final Context context;
    private final Clock clock;
    private final Lease lease;
    private final Rhythm rhythm;
    private final String name;
    private final StepRunner steps;
    private final Ledger ledger;
    private final GatewayPort port;
    private final LaneGauges gauges;
    private final Promise<Void> end = Promise.promise();
    private @Nullable Promise<Void> stopping;
    private long committed;
    private boolean busy;
    private boolean over;

    SenderLane(LaneTools tools, Sender sender, Lease lease) {
        Instant now = tools.clock().instant();
        this.tools = tools;
        this.context = tools.vertx().getOrCreateContext();
        this.clock = tools.clock();
        this.rhythm = new Rhythm(tools, this::slice);
        this.lease = lease;
        this.name = sender.name();
        this.committed = tools.nanos().getAsLong();
        this.port = new GatewayPort(context, tools.nanos(), this::slice);
        this.port.obey(sender);
        this.steps = new StepRunner(tools.vertx(), tools.store(), tools.leases(), lease);
        this.ledger = new Ledger(sender, tools.prices(), tools.nanos());
        this.gauges = new LaneGauges(lease, sender.window(), now);
    }

    /**
     * Puts what an earlier owner left behind in doubt, then opens the gateway. Completes when it has tried to connect.
     *
     * @param settings complete, secrets in the clear
     * @param open makes the gateway; may read files, so it does not run on the event loop
     */
    Future<Void> start(Map<String, String> settings, Function<GatewayContext, Gateway> open) {
        return onLoop(() -> steps.recover(clock.instant())
                .compose(ignored -> tools.store().anyParked(lease))
                .compose(any -> {
                    ledger.parkedExist(any);
                    GatewayContext line = new GatewayLine(context, name, settings, this);
                    return port.make(() -> open.apply(line));
                })
                .compose(opened -> {
                    if (!over) {
                        rhythm.begin(this::go);
                    }
                    return port.connect(opened);
                })
                .onFailure(this::fail));
    }

    /** Takes no more, waits for answers for at most {@code drain}, writes everything down and gives the lease back. */
    Future<Void> stop(Duration drain) {
        return onLoop(() -> {
            if (over || stopping != null) {
                return end.future().otherwiseEmpty();
            }
            Promise<Void> settled = Promise.promise();
            stopping = settled;
            return port.stop(drain)
                    .onSuccess(ignored -> go())
                    .compose(ignored -> settled.future())
                    .compose(ignored -> tools.leases().release(lease));
        });
    }

    /** Ends when the lane has stopped; fails when it lost its lease or met a bug, and then it must be opened anew. */
    Future<Void> ended() {
        return end.future();
    }

    /** There may be something new to send. */
    void look() {
        context.runOnContext(ignored -> {
            rhythm.hurry();
            go();
        });
    }

    /** The sender has other limits, or somebody has paused it or lets it go on; its connection stays. */
    void obey(Sender changed) {
        context.runOnContext(ignored -> {
            port.obey(changed);
            ledger.obey(changed);
            gauges.window(changed.window());
            submit();
            go();
        });
    }

    /** What it is doing; callable from any thread. */
    SenderActivity activity() {
        return gauges.published();
    }

    /** Ends at once and leaves everything as it lies, like a killed server. */
    Future<Void> abandon() {
        return onLoop(() -> {
            fail(new IllegalStateException("the lane of sender " + lease.senderId() + " was abandoned"));
            return Future.succeededFuture();
        });
    }

    void ready() {
        submit();
    }

    void state(GatewayState state) {
        if (gauges.state(state, clock.instant())) {
            port.connected();
        }
        submit();
        go();
    }

    void outcomes(List<Outcome> batch) {
        Instant now = clock.instant();
        gauges.outcomes(batch, now);
        port.note(batch);
        ledger.add(batch, port.unsent(), now);
        go();
    }

    void inbound(List<Inbound> items, CompletableFuture<Void> durable) {
        if (over) {
            durable.completeExceptionally(new IllegalStateException("the sender is stopped"));
            return;
        }
        gauges.inbound(items, clock.instant());
        ledger.inbound().add(items, durable, clock.instant());
        go();
    }

    private void go() {
        if (busy || over) {
            return;
        }
        Instant now = clock.instant();
        if (stopping == null && (rhythm.isToRefresh() || ledger.wantsMore())) {
            refresh(now);
            return;
        }
        boolean lastWords = stopping != null && !port.isOpen();
        Ledger.Work work =
                lastWords || port.isHeld() ? ledger.last(port.unsent().drain(), now) : ledger.next(intake(), now);
        if (!work.isEmpty() || tools.isToRenew(committed)) {
            step(work, now);
        } else if (lastWords) {
            finish();
        } else {
            sleep(now);
        }
    }

    private Intake intake() {
        boolean up = gauges.state().phase() == GatewayState.Phase.UP;
        return up && stopping == null ? port.intake(ledger.stepSize()) : Intake.NOTHING;
    }

    private void step(Ledger.Work work, Instant now) {
        busy = true;
        Ledger.Decided decided = new Ledger.Decided();
        steps.run(ledger.questions(work, now), answers -> ledger.decide(work, answers, clock.instant(), decided))
                .onComplete(done -> {
                    busy = false;
                    if (done.succeeded() && !over) {
                        committed(work, decided);
                    } else {
                        Throwable problem = done.failed() ? done.cause() : new IllegalStateException("abandoned");
                        work.letters().fail(problem);
                        fail(problem);
                    }
                });
    }

    private void committed(Ledger.Work work, Ledger.Decided decided) {
        committed = tools.nanos().getAsLong();
        port.add(decided.released);
        submit();
        work.letters().durable();
        tools.halt(lease, name, decided);
        gauges.publish(ledger.load(port), clock.instant());
        go();
    }

    private void submit() {
        if (!over) {
            Instant now = clock.instant();
            port.submit().ifPresent(token -> gauges.submitted(token, now));
        }
    }

    private void slice() {
        submit();
        if (intake().isOfAnything()) {
            go();
        }
    }

    private void refresh(Instant now) {
        busy = true;
        rhythm.refreshed();
        tools.store()
                .due(lease, now, BATCHES_A_RUN, port.unsent().runs())
                .compose(due -> {
                    ledger.due(due, port.unsent(), BATCHES_A_RUN);
                    return ledger.isDrained() ? tools.drains().drained(lease, now) : Future.succeededFuture(false);
                })
                .onComplete(done -> {
                    busy = false;
                    if (done.failed()) {
                        LOG.warn("what sender {} has to send cannot be read now", lease.senderId(), done.cause());
                    }
                    go();
                });
    }

    /** Wakes up when a speed limit lets the next message be released; everything else calls, or waits for the tick. */
    private void sleep(Instant now) {
        gauges.publish(ledger.load(port), now);
        rhythm.wakeAfter(ledger.untilNext(port.untilHungry()));
    }

    private void finish() {
        if (ledger.flights() == 0) {
            LOG.info("sender {} has stopped", lease.senderId());
        } else {
            LOG.warn("sender {} has stopped with {} messages unanswered", lease.senderId(), ledger.flights());
        }
        close();
        end.tryComplete();
    }

    private void fail(Throwable problem) {
        if (over) {
            return;
        }
        LOG.error("the lane of sender {} has ended", lease.senderId(), problem);
        close();
        ledger.inbound().failAll(problem);
        port.stop(Duration.ZERO).onComplete(done -> LOG.info("the gateway of sender {} is closed", lease.senderId()));
        end.tryFail(problem);
    }

    private void close() {
        over = true;
        rhythm.end();
        Promise<Void> settled = stopping;
        if (settled != null) {
            settled.complete();
        }
    }

    private <T> Future<T> onLoop(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(ignored -> work.get().onComplete(promise));
        return promise.future();
    }
}
