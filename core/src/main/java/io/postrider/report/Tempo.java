package io.postrider.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to one run in each of the last seconds. Not safe to share between threads. */
final class Tempo {
    /** Length of a point of the history. */
    static final int STEP_SECONDS = 5;

    private static final int SECONDS = 600;
    private static final int NOW_SECONDS = 5;
    private static final int MINUTE_SECONDS = 60;
    private final int[] messages = new int[SECONDS];
    private final int[] parts = new int[SECONDS];
    private final int[] receipts = new int[SECONDS];
    private final long born;
    private long current;

    Tempo(Instant now) {
        this.born = now.getEpochSecond();
        this.current = born;
    }

    /** So many happened now. */
    void add(int moreMessages, int moreParts, int moreReceipts, Instant now) {
        roll(now.getEpochSecond());
        int slot = slot(current);
        messages[slot] += moreMessages;
        parts[slot] += moreParts;
        receipts[slot] += moreReceipts;
    }

    /** How fast it goes now; the second that has just begun does not count yet. */
    Pace pace(Instant now) {
        roll(now.getEpochSecond());
        long known = Math.max(1, Math.min(MINUTE_SECONDS, current - born));
        return new Pace(
                (double) sum(messages, current - NOW_SECONDS, current) / NOW_SECONDS,
                (double) sum(parts, current - NOW_SECONDS, current) / NOW_SECONDS,
                (double) sum(receipts, current - NOW_SECONDS, current) / NOW_SECONDS,
                (double) sum(messages, current - known, current) / known,
                history());
    }

    private List<Pace.Point> history() {
        List<Pace.Point> points = new ArrayList<>();
        long end = current - Math.floorMod(current, STEP_SECONDS);
        long begin = Math.max(end - SECONDS + STEP_SECONDS, born - Math.floorMod(born, STEP_SECONDS));
        for (long at = begin; at < end; at += STEP_SECONDS) {
            points.add(new Pace.Point(
                    Instant.ofEpochSecond(at),
                    sum(messages, at, at + STEP_SECONDS),
                    sum(receipts, at, at + STEP_SECONDS)));
        }
        return points;
    }

    private long sum(int[] counts, long from, long to) {
        long sum = 0;
        for (long second = Math.max(from, current - SECONDS + 1); second < to; second++) {
            sum += counts[slot(second)];
        }
        return sum;
    }

    private void roll(long second) {
        for (long next = Math.max(current, second - SECONDS) + 1; next <= second; next++) {
            int slot = slot(next);
            messages[slot] = 0;
            parts[slot] = 0;
            receipts[slot] = 0;
        }
        current = Math.max(current, second);
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SECONDS);
    }
}
