package io.postrider.sender;

import io.postrider.plugin.api.GatewayState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is doing at this moment.
 *
 * @param node the server that drives it
 * @param state its connection
 * @param since when the connection came up, or was lost; attempts to get it back are part of its absence
 * @param window released messages that may be without an outcome
 * @param inFlight released messages that are without an outcome
 * @param unsent those of them that the gateway has not taken yet
 * @param waiting messages that wait to be released
 * @param broken why nothing is handed over although the connection stands; null while messages go
 * @param submitLatency from handing over to the operator's answer; null while nothing is measured
 * @param receiptDelay from the operator's answer to the receipt; null while nothing is measured
 * @param faults what went wrong since the lane opened, by code, the latest first
 * @param troubles what went wrong last, the newest first
 * @param history pace of the last ten minutes, the oldest first
 */
public record SenderActivity(
        long senderId,
        String node,
        GatewayState state,
        Instant since,
        Pace pace,
        int window,
        int inFlight,
        int unsent,
        long waiting,
        @Nullable Break broken,
        @Nullable Delay submitLatency,
        @Nullable Delay receiptDelay,
        List<Fault> faults,
        List<Trouble> troubles,
        List<Point> history,
        Instant at) {

    public SenderActivity {
        faults = List.copyOf(faults);
        troubles = List.copyOf(troubles);
        history = List.copyOf(history);
    }

    /** A sender that has no lane, and the reason in the state. */
    public static SenderActivity none(
            long senderId, String node, GatewayState state, Instant since, int window, Instant at) {
        return new SenderActivity(
                senderId, node, state, since, Pace.NONE, window, 0, 0, 0, null, null, null, List.of(), List.of(),
                List.of(), at);
    }

    /** Whether a person would see the same in both, but for their times. */
    public boolean looksLike(SenderActivity other) {
        return state.equals(other.state)
                && pace.equals(other.pace)
                && window == other.window
                && inFlight == other.inFlight
                && unsent == other.unsent
                && waiting == other.waiting
                && (broken == null) == (other.broken == null)
                && troubles.equals(other.troubles);
    }

    /**
     * How fast it goes, as an average of the last seconds.
     *
     * @param messages taken by the operator a second
     * @param parts taken by the operator a second
     * @param receipts a second
     * @param troubles refusals and missing answers a second
     * @param allowedMessages messages a second that may go now; null for no limit
     * @param allowedParts parts a second that may go now; null for no limit
     * @param held whether the operator asked for less than the limits allow
     */
    public record Pace(
            double messages,
            double parts,
            double receipts,
            double troubles,
            @Nullable Double allowedMessages,
            @Nullable Double allowedParts,
            boolean held) {
        static final Pace NONE = new Pace(0, 0, 0, 0, null, null, false);
    }

    /**
     * The operator failed many times in a row, so nothing is handed over for a while.
     *
     * @param reason the last failure
     * @param rest how long until a single message is tried; zero while one is
     */
    public record Break(String reason, Duration rest) {}

    /**
     * Of samples of the last minutes.
     *
     * @param p95 what 95 of 100 stay below
     * @param p99 what 99 of 100 stay below
     */
    public record Delay(Duration median, Duration p95, Duration p99, int samples) {}

    /** Something an operator refused or did not answer. */
    public record Trouble(Instant at, String code, String text) {}

    /** How a message went wrong. */
    public enum FaultKind {
        REFUSED,
        THROTTLED,
        IN_DOUBT
    }

    /**
     * The same thing that went wrong several times.
     *
     * @param code the operator's; empty if there is none
     * @param text what it means
     */
    public record Fault(FaultKind kind, String code, String text, long count, Instant lastAt) {}

    /** Averages a second of a few seconds that began at {@code at}. */
    public record Point(Instant at, double messages, double parts, double receipts, double troubles) {}
}
