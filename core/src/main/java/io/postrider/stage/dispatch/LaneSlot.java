package io.postrider.stage.dispatch;

import io.postrider.plugin.api.GatewayState;
import io.postrider.sender.Duty;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderActivity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sender's place among the lanes of this server: with a lane, between two, or with the reason why there is none. */
final class LaneSlot {
    private static final int LONGEST_PAUSE_SECONDS = 60;
    private static final int DOUBLINGS = 6;
    private final String node;
    private volatile Sender sender;
    private volatile @Nullable SenderLane lane;
    private volatile @Nullable String fault;
    private Instant faultSince = Instant.MIN;
    private @Nullable String deployment;
    private @Nullable SenderActivity told;
    private boolean moving;
    private int failures;
    private Instant retryAt = Instant.MIN;

    LaneSlot(Sender sender, String node) {
        this.sender = sender;
        this.node = node;
    }

    /** Whether a lane should be opened now; a changed sender does not wait. */
    boolean mayOpen(Sender now, Instant at) {
        return !moving && lane == null && isWanted(now) && (now.version() != sender.version() || !at.isBefore(retryAt));
    }

    /** Whether the sender needs a lane; one that is drained has its connection closed. */
    static boolean isWanted(Sender now) {
        return now.duty() != Duty.DRAINED;
    }

    /** Whether the lane runs by older settings. */
    boolean isOutdated(Sender now) {
        return !moving && lane != null && now.version() != sender.version();
    }

    /** Hands the new settings to the lane if its connection can stay; false if it must be opened anew. */
    boolean obeys(Sender now) {
        SenderLane running = lane;
        if (running == null || !isWanted(now) || !now.connectsLike(sender) || isRestart(running, now)) {
            return false;
        }
        sender = now;
        running.obey(now);
        return true;
    }

    /** Whether a person, by letting it go on, wants a gateway that has given up to try again. */
    private boolean isRestart(SenderLane running, Sender now) {
        boolean goesOn = sender.paused() && !now.paused();
        return goesOn && running.activity().state().phase() == GatewayState.Phase.PARKED;
    }

    /** A lane is being opened or closed. */
    void moving(Sender now) {
        sender = now;
        moving = true;
    }

    /** The lane runs. */
    void opened(SenderLane running, String deploymentId) {
        lane = running;
        deployment = deploymentId;
        fault = null;
    }

    /** Nothing is being opened or closed any more. */
    void settled() {
        moving = false;
    }

    /** There is no lane any more, and no reason not to open another. */
    void closed() {
        lane = null;
        deployment = null;
        moving = false;
    }

    /** There is no lane, and a person should know why. */
    void failed(String reason, Instant now) {
        closed();
        if (fault == null) {
            faultSince = now;
        }
        fault = reason;
        retryAt = now.plus(Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(failures, DOUBLINGS))));
        failures++;
    }

    @Nullable SenderLane lane() {
        return lane;
    }

    @Nullable String deployment() {
        return deployment;
    }

    /** What a person sees; null if another server drives the sender. */
    @Nullable SenderActivity activity(Instant now) {
        SenderLane running = lane;
        if (running != null) {
            return running.activity();
        }
        String reason = fault;
        return reason == null
                ? null
                : SenderActivity.none(
                        sender.id(),
                        node,
                        new GatewayState(GatewayState.Phase.PARKED, reason),
                        faultSince,
                        sender.window(),
                        now);
    }

    /** Whether a person would see something else than when this was asked last. */
    boolean hasNews(Instant now) {
        SenderActivity before = told;
        SenderActivity present = activity(now);
        told = present;
        if (present == null || before == null) {
            return present != null || before != null;
        }
        return !present.looksLike(before);
    }
}
