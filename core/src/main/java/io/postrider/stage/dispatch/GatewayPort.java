package io.postrider.stage.dispatch;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.Outcome;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderActivity;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out of a lane: its gateway, and the released messages that the gateway has not taken yet. They go in slices of a
 * few milliseconds, so that the operator sees an even flow whatever the size of the steps in which they are released.
 */
final class GatewayPort {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayPort.class);
    private static final long SLICE_MILLIS = 4;
    /** Messages are released so long before they go: long enough for a commit, and short enough to call them back. */
    private static final double AHEAD_SECONDS = 0.4;

    private static final double MOST_AHEAD = 1e6;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private final Context context;
    private final LongSupplier nanos;
    private final Alarm alarm;
    private final Pacer pacer;
    private final SubmitQueue unsent;
    private final Breaker breaker = new Breaker();
    private @Nullable Gateway gateway;
    private boolean closing;
    private boolean held;

    /**
     * @param nanos a monotonic clock
     * @param due called when the next slice may go
     */
    GatewayPort(Context context, LongSupplier nanos, Runnable due) {
        this.context = context;
        this.nanos = nanos;
        this.alarm = new Alarm(context.owner(), due);
        this.pacer = new Pacer(nanos.getAsLong());
        this.unsent = new SubmitQueue(pacer, nanos);
    }

    /** Takes over what may change while the connection stands: the limits, and whether a person holds the sender. */
    void obey(Sender sender) {
        pacer.limits(sender.messagesPerSecond(), sender.partsPerSecond(), nanos.getAsLong());
        breaker.obey(sender.errors());
        held = sender.paused();
        alarm.cancel();
    }

    /** Makes a gateway where that may be slow. */
    Future<Gateway> make(Callable<Gateway> open) {
        return context.executeBlocking(open);
    }

    /** Connects, unless the lane was stopped meanwhile. Completes when it was tried. */
    Future<Void> connect(Gateway opened) {
        if (closing) {
            return plugin(() -> opened.stop(Duration.ZERO));
        }
        gateway = opened;
        return plugin(opened::start);
    }

    /** Hands over nothing more, and waits for answers to what was handed over. */
    Future<Void> stop(Duration drain) {
        closing = true;
        alarm.cancel();
        Gateway opened = gateway;
        return opened == null
                ? Future.succeededFuture()
                : plugin(() -> opened.stop(drain))
                        .onFailure(stuck -> LOG.warn("a gateway did not stop", stuck))
                        .otherwiseEmpty()
                        .onSuccess(ignored -> gateway = null);
    }

    /** Whether there is a gateway that may still give outcomes. */
    boolean isOpen() {
        return gateway != null;
    }

    /** Takes in what became of messages: an operator that only fails is left alone for a while. */
    void note(List<Outcome> outcomes) {
        breaker.note(outcomes, nanos.getAsLong());
    }

    /** There is a new connection. */
    void connected() {
        breaker.connected(nanos.getAsLong());
    }

    /** Whether nothing may be handed over: a person says so, or the operator only fails. */
    boolean isHeld() {
        return held || breaker.isShut(nanos.getAsLong());
    }

    /** These may touch the wire now. */
    void add(List<Flight> released) {
        unsent.add(released);
    }

    /** Released messages that were not handed over, for outcomes that bring some back. */
    SubmitQueue unsent() {
        return unsent;
    }

    /**
     * What may be released: as many as go within a moment, so that few lie here when somebody stops a mailing. What is urgent
     * does not wait for those that lie here.
     *
     * @param step where no limit says it, a further step is released when less than one lies here
     */
    Intake intake(int step) {
        if (isHeld() || closing || unsent.isPaused()) {
            return Intake.NOTHING;
        }
        if (breaker.isCautious()) {
            return new Intake(Math.max(0, 1 - unsent.size()), Intake.ANYTHING);
        }
        double rate = rate();
        if (rate == Double.POSITIVE_INFINITY) {
            return new Intake(Integer.MAX_VALUE, unsent.size() < step ? Intake.ANYTHING : Intake.URGENT);
        }
        int ahead = (int) Math.max(1, Math.min(MOST_AHEAD, rate * AHEAD_SECONDS));
        boolean hungry = unsent.size() <= ahead / 2 && untilHungry().isZero();
        return hungry
                ? new Intake(ahead - unsent.size(), Intake.ANYTHING)
                : new Intake(Math.max(0, 2 * ahead - unsent.size()), Intake.URGENT);
    }

    /** How long until it makes sense to release the next message; zero if it does now. */
    Duration untilHungry() {
        long wait = unsent.untilNext() - (long) (AHEAD_SECONDS * NANOS);
        return unsent.size() > 0 || wait <= 0 ? Duration.ZERO : Duration.ofNanos(wait);
    }

    /** Hands over what may go now; the token of the first that the gateway took. */
    OptionalLong submit() {
        Gateway opened = gateway;
        if (opened == null || closing || isHeld()) {
            return OptionalLong.empty();
        }
        OptionalLong first = unsent.offer(opened, breaker.isCautious() ? 1 : Integer.MAX_VALUE);
        if (breaker.isCautious()) {
            first.ifPresent(breaker::tried);
        }
        long wait = unsent.size() == 0 ? 0 : unsent.untilNext();
        if (wait > 0) {
            // A gateway that is full is no reason for a timer: it says when it is ready.
            alarm.set(Math.max(SLICE_MILLIS, TimeUnit.NANOSECONDS.toMillis(wait) + 1));
        }
        return first;
    }

    /** Messages a second that may go now; null for no limit. */
    @Nullable Double messagesPerSecond() {
        return pacer.messagesPerSecond(nanos.getAsLong());
    }

    /** Parts a second that may go now; null for no limit. */
    @Nullable Double partsPerSecond() {
        return pacer.partsPerSecond(nanos.getAsLong());
    }

    /** Whether the operator holds the speed down, or asked for a pause. */
    boolean isSlowed() {
        return unsent.isPaused() || pacer.isSlowed(nanos.getAsLong());
    }

    /** Why nothing is handed over although the connection stands; null while messages go. */
    SenderActivity.@Nullable Break broken() {
        return breaker.shown(nanos.getAsLong());
    }

    private double rate() {
        Double messages = messagesPerSecond();
        Double parts = partsPerSecond();
        return Math.min(
                messages == null ? Double.POSITIVE_INFINITY : messages,
                parts == null ? Double.POSITIVE_INFINITY : parts);
    }

    /** Calls a plugin where it may be slow. */
    private Future<Void> plugin(Callable<CompletionStage<Void>> call) {
        return context.executeBlocking(call).compose(stage -> Future.fromCompletionStage(stage, context));
    }
}
