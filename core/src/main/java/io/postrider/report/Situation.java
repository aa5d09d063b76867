package io.postrider.report;

import io.postrider.mailing.MailingState;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunState;
import io.postrider.plugin.api.GatewayState;
import io.postrider.sender.Duty;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderActivity;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that says why a run is as fast as it is; pure.
 *
 * @param sender of a virtual one's senders the one before which most waits, or for which rendering waits; null if it is gone
 * @param held whether rendering waits for the sender, since it is being drained
 * @param activity null if this server does not drive the sender
 */
record Situation(
        Run run,
        RunDetail detail,
        @Nullable Sender sender,
        @Nullable SenderActivity activity,
        Pace pace,
        boolean held) {
    /** So near to a limit, the limit is the reason. */
    private static final double NEARLY = 0.85;

    /** A reason with what its sentence is filled with; people's words for it belong to the UI. */
    record Why(String code, Map<String, String> parameters) {
        Why {
            parameters = Map.copyOf(parameters);
        }

        private static Why of(String code) {
            return new Why(code, Map.of());
        }

        private static Why of(String code, String name, @Nullable Object value) {
            return new Why(code, value == null ? Map.of() : Map.of(name, value.toString()));
        }

        private static Why by(String code, @Nullable String by, @Nullable Instant at) {
            Map<String, String> parameters = new TreeMap<>();
            if (by != null) {
                parameters.put("by", by);
            }
            if (at != null) {
                parameters.put("at", at.toString());
            }
            return new Why(code, parameters);
        }
    }

    /** Why it is slow or stands still; {@code sending} if nothing holds it. */
    Why why() {
        if (run.state() == RunState.RESTED) {
            return Why.of("done");
        }
        if (run.stopped()) {
            return Why.by("stopped", detail.stoppedBy(), detail.stoppedAt());
        }
        if (run.state() == RunState.FINISHED) {
            return Why.of("awaiting-receipts");
        }
        if (!run.isTest() && detail.mailingState() == MailingState.PAUSED) {
            return Why.by("paused", detail.pausedBy(), detail.pausedAt());
        }
        return run.state() == RunState.MEASURING ? Why.of("measuring") : ofSender();
    }

    private Why ofSender() {
        if (sender == null && run.isRouted()) {
            return Why.of(run.state() == RunState.RENDERING ? "rendering" : "sending");
        }
        if (sender == null) {
            return Why.of("sender-paused", "sender", detail.sender());
        }
        if (held || sender.paused()) {
            return ofDuty(sender.duty(), sender.name());
        }
        if (activity == null) {
            return Why.of("sender-not-running", "sender", sender.name());
        }
        GatewayState state = activity.state();
        if (state.phase() != GatewayState.Phase.UP) {
            return new Why(
                    "gateway-" + state.phase().name().toLowerCase(Locale.ROOT),
                    Map.of(
                            "sender",
                            sender.name(),
                            "detail",
                            state.sentences(),
                            "since",
                            activity.since().toString()));
        }
        SenderActivity.Break broken = activity.broken();
        if (broken != null) {
            return new Why("sender-broken", Map.of("sender", sender.name(), "reason", broken.reason()));
        }
        if (!detail.due()) {
            Instant next = detail.nextTry();
            boolean rendering = run.state() == RunState.RENDERING;
            return next != null && !rendering
                    ? Why.of("waiting-to-retry", "at", next)
                    : Why.of(rendering ? "rendering" : "sending");
        }
        return ofLimits(sender, activity);
    }

    private static Why ofDuty(Duty duty, String sender) {
        String code = duty.isLeaving() ? duty == Duty.DRAINED ? "sender-drained" : "sender-draining" : "sender-paused";
        return Why.of(code, "sender", sender);
    }

    private Why ofLimits(Sender by, SenderActivity now) {
        if (isNear(pace.messagesPerSecond(), run.messagesPerSecond())) {
            return Why.of("mailing-limit", "messagesPerSecond", run.messagesPerSecond());
        }
        if (now.pace().held()) {
            return Why.of("operator-full", "messagesPerSecond", now.pace().allowedMessages());
        }
        if (isNear(pace.messagesPerSecond(), by.messagesPerSecond())) {
            return Why.of("sender-limit", "messagesPerSecond", by.messagesPerSecond());
        }
        if (isNear(pace.partsPerSecond(), by.partsPerSecond())) {
            return Why.of("sender-limit", "partsPerSecond", by.partsPerSecond());
        }
        return now.inFlight() >= now.window() ? Why.of("window-full", "window", now.window()) : Why.of("sending");
    }

    private static boolean isNear(double rate, @Nullable Number limit) {
        return limit != null && rate >= limit.doubleValue() * NEARLY;
    }

    /** When the last message will be handed over if it goes on like in the last minute; null if nobody can tell. */
    @Nullable Instant expectedEnd(Progress progress, Instant now) {
        boolean goesOn =
                switch (why().code()) {
                    case "sending", "rendering", "mailing-limit", "sender-limit", "operator-full", "window-full" ->
                        true;
                    default -> false;
                };
        double rate = pace.minuteAverage();
        return goesOn && rate > 0 && progress.notSent() > 0
                ? now.plusSeconds((long) Math.ceil(progress.notSent() / rate))
                : null;
    }
}
