package io.postrider.report;

import java.time.Instant;
import java.util.List;

/**
 * How fast a run goes, as this server saw it.
 *
 * @param messagesPerSecond taken by the operator, as an average of the last seconds
 * @param partsPerSecond parts taken by the operator, likewise
 * @param receiptsPerSecond receipts, likewise
 * @param minuteAverage messages taken a second, as an average of the last minute
 * @param history what happened in each step of the last minutes, the oldest first
 */
public record Pace(
        double messagesPerSecond,
        double partsPerSecond,
        double receiptsPerSecond,
        double minuteAverage,
        List<Point> history) {

    /** Nothing is known, or nothing happens. */
    public static final Pace NONE = new Pace(0, 0, 0, 0, List.of());

    public Pace {
        history = List.copyOf(history);
    }

    /** What happened in the seconds that begin at an instant. */
    public record Point(Instant at, long sent, long receipts) {}
}
