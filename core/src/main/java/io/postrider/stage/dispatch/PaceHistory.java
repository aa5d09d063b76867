package io.postrider.stage.dispatch;

import io.postrider.sender.SenderActivity.Point;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The pace of the last ten minutes, one point every five seconds. */
final class PaceHistory {
    private static final int SECONDS = 5;
    private static final int POINTS = 120;
    private final Deque<Point> closed = new ArrayDeque<>();
    private List<Point> points = List.of();
    private long slice;
    private long messages;
    private long parts;
    private long receipts;
    private long troubles;

    PaceHistory(Instant now) {
        this.slice = slice(now);
    }

    void sent(int count, int ofParts, Instant now) {
        roll(now);
        messages += count;
        parts += ofParts;
    }

    void receipts(int count, Instant now) {
        roll(now);
        receipts += count;
    }

    void troubles(int count, Instant now) {
        roll(now);
        troubles += count;
    }

    /** The points that are complete, the oldest first. */
    List<Point> points(Instant now) {
        roll(now);
        return points;
    }

    private void roll(Instant now) {
        long present = slice(now);
        if (present <= slice) {
            return;
        }
        close();
        for (slice = Math.max(slice + 1, present - POINTS); slice < present; slice++) {
            close();
        }
        points = List.copyOf(closed);
    }

    private void close() {
        closed.addLast(new Point(
                Instant.ofEpochSecond(slice * SECONDS),
                (double) messages / SECONDS,
                (double) parts / SECONDS,
                (double) receipts / SECONDS,
                (double) troubles / SECONDS));
        if (closed.size() > POINTS) {
            closed.removeFirst();
        }
        messages = 0;
        parts = 0;
        receipts = 0;
        troubles = 0;
    }

    private static long slice(Instant at) {
        return at.getEpochSecond() / SECONDS;
    }
}
