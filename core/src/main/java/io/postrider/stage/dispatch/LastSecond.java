package io.postrider.stage.dispatch;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How much went within the last second, in slots of five milliseconds and never less than it was. Reads a monotonic clock in
 * nanoseconds.
 */
final class LastSecond {
    private static final long SLOT = TimeUnit.MILLISECONDS.toNanos(5);
    /** One more than fit into a second, since the oldest is only partly within it. */
    private static final int SLOTS = 201;

    private final double[] counts = new double[SLOTS];
    private final long origin;
    private long current;
    private double sum;

    LastSecond(long now) {
        this.origin = now;
    }

    /** So much goes now; a negative number came back. */
    void add(double count) {
        counts[(int) (current % SLOTS)] += count;
        sum += count;
    }

    /** Counts all of it so many times. */
    void scale(double factor) {
        for (int i = 0; i < SLOTS; i++) {
            counts[i] *= factor;
        }
        sum *= factor;
    }

    /** Forgets what is older than a second. */
    void forget(long now) {
        long slot = Math.max(current, (now - origin) / SLOT);
        if (slot - current >= SLOTS) {
            Arrays.fill(counts, 0);
            sum = 0;
        } else {
            for (long gone = current + 1; gone <= slot; gone++) {
                sum -= counts[(int) (gone % SLOTS)];
                counts[(int) (gone % SLOTS)] = 0;
            }
        }
        current = slot;
    }

    /** How much it is. */
    double sum() {
        return sum;
    }

    /** Nanoseconds until it is no more than this; 0 if it is. */
    long untilAtMost(double most, long now) {
        double left = sum;
        long oldest = current + 1;
        while (left > most && oldest <= current + SLOTS) {
            left -= counts[(int) (oldest % SLOTS)];
            oldest++;
        }
        return left == sum ? 0 : Math.max(0, origin + oldest * SLOT - SLOT - now);
    }
}
