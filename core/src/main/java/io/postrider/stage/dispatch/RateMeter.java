package io.postrider.stage.dispatch;

import java.time.Instant;

/** Counts what happens a second, as an average of the last full seconds. */
final class RateMeter {
    private static final int SECONDS = 5;
    private final long[] counts = new long[SECONDS + 1];
    private long current;

    RateMeter(Instant now) {
        this.current = now.getEpochSecond();
    }

    /** So many happened now. */
    void add(int count, Instant now) {
        roll(now);
        counts[slot(current)] += count;
    }

    /** How many a second. */
    double perSecond(Instant now) {
        roll(now);
        long sum = 0;
        for (int back = 1; back <= SECONDS; back++) {
            sum += counts[slot(current - back)];
        }
        return (double) sum / SECONDS;
    }

    private void roll(Instant now) {
        long second = now.getEpochSecond();
        for (long next = Math.max(current, second - SECONDS - 1) + 1; next <= second; next++) {
            counts[slot(next)] = 0;
        }
        current = Math.max(current, second);
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SECONDS + 1);
    }
}
