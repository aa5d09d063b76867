package io.postrider.sender;

import io.postrider.plugin.api.GatewayState;
import java.util.Locale;
import java.util.Optional;

/**
 * How a sender is, in a word and a sentence.
 *
 * @param code stable, so that a screen can say it in its own language
 */
public record SenderHealth(Level level, String code, String sentence) {
    private static final double MANY = 0.1;

    /** From the best to the worst, and three that are neither. */
    public enum Level {
        HEALTHY,
        SLOWED,
        DOWN,
        PAUSED,
        DRAINING,
        IDLE;

        /** How it is called outside. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Judges by what the sender does on this server; empty if it does nothing here. */
    public static SenderHealth of(Sender sender, Optional<SenderActivity> activity) {
        return switch (sender.duty()) {
            case PAUSED -> new SenderHealth(Level.PAUSED, "paused", "Somebody has paused the sender.");
            case DRAINED ->
                new SenderHealth(Level.PAUSED, "drained", "It has sent what was due, and its connection is closed.");
            case DRAINING -> draining(running(activity));
            case ON -> running(activity);
        };
    }

    private static SenderHealth running(Optional<SenderActivity> activity) {
        return activity.map(SenderHealth::of)
                .orElseGet(
                        () -> new SenderHealth(Level.DOWN, "not-running", "The sender is not running at this moment."));
    }

    /** What keeps it from sending keeps it from being drained, so that is what people should read. */
    private static SenderHealth draining(SenderHealth running) {
        return running.level() == Level.DOWN || running.level() == Level.SLOWED
                ? running
                : new SenderHealth(
                        Level.DRAINING,
                        "draining",
                        "It gets nothing new, sends what is queued, and closes its connection then.");
    }

    private static SenderHealth of(SenderActivity now) {
        return now.state().phase() == GatewayState.Phase.UP ? connected(now) : disconnected(now.state());
    }

    private static SenderHealth disconnected(GatewayState state) {
        return switch (state.phase()) {
            case CONNECTING -> new SenderHealth(Level.DOWN, "connecting", "The sender is connecting.");
            case PARKED ->
                new SenderHealth(Level.DOWN, "parked", "The sender has stopped trying until its settings change.");
            case STOPPED -> new SenderHealth(Level.DOWN, "stopped", "The sender is stopped.");
            case DOWN, UP ->
                new SenderHealth(Level.DOWN, "disconnected", "There is no connection; the sender goes on trying.");
        };
    }

    private static SenderHealth connected(SenderActivity now) {
        SenderActivity.Pace pace = now.pace();
        if (now.broken() != null) {
            return new SenderHealth(
                    Level.DOWN,
                    "broken",
                    "The operator failed many times in a row; a single message is tried before the rest goes on.");
        }
        boolean busy = now.waiting() > 0 || now.inFlight() > 0 || pace.messages() > 0 || pace.troubles() > 0;
        if (!busy) {
            return new SenderHealth(Level.IDLE, "nothing-to-send", "Connected; nothing waits to be sent.");
        }
        if (pace.held()) {
            return new SenderHealth(Level.SLOWED, "operator-full", "The operator asks for less at this moment.");
        }
        if (pace.troubles() > 0 && pace.troubles() >= MANY * (pace.messages() + pace.troubles())) {
            return new SenderHealth(
                    Level.SLOWED, "many-errors", "The operator refuses many messages, or leaves them unanswered.");
        }
        if (now.inFlight() >= now.window() && pace.messages() == 0) {
            return new SenderHealth(
                    Level.SLOWED, "no-answers", "The operator has not answered for a while; the window is full.");
        }
        return new SenderHealth(Level.HEALTHY, "sending", "Connected and sending.");
    }
}
