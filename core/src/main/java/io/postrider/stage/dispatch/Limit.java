package io.postrider.stage.dispatch;

import java.util.concurrent.TimeUnit;

/**
 * So many a second, held exactly in the long run and nearly so in any second: what a late timer missed is made up for at
 * once where the last second has room for it. Who spends more than is there pays it back before the next goes. Reads a
 * monotonic clock in nanoseconds.
 */
final class Limit {
    /** How much faster it goes at most for a moment, so that nobody sees a burst. */
    private static final double FASTER = 1.25;
    /** A timer may come so late, and what it missed goes at once. */
    private static final double LATE_SECONDS = 0.03;
    /** So much is owed at most to who could not go. */
    private static final double OWED_SECONDS = 0.5;

    private static final double ENOUGH = 1 - 1e-9;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private final LastSecond lastSecond;
    private double rate;
    private double owed = 1;
    private double ready = 1;
    private long filled;

    Limit(double perSecond, long now) {
        this.rate = perSecond;
        this.filled = now;
        this.lastSecond = new LastSecond(now);
    }

    /** Another speed from now on. */
    void change(double perSecond, long now) {
        fill(now);
        lastSecond.scale(Math.min(1, perSecond / rate));
        rate = perSecond;
        cut();
    }

    /** How many a second. */
    double perSecond() {
        return rate;
    }

    /** Whether one more may go now. */
    boolean isOpen(long now) {
        fill(now);
        return owed >= ENOUGH && ready >= ENOUGH && lastSecond.sum() <= rate;
    }

    /** So many went; a negative number came back. */
    void spend(int count) {
        owed -= count;
        ready -= count;
        lastSecond.add(count);
    }

    /** Nanoseconds until one more may go; 0 if it may now. */
    long untilOpen(long now) {
        if (isOpen(now)) {
            return 0;
        }
        double missing = Math.max((1 - owed) / rate, (1 - ready) / (rate * FASTER));
        return Math.max((long) Math.ceil(missing * NANOS), lastSecond.untilAtMost(rate, now));
    }

    private void fill(long now) {
        if (now - filled > 0) {
            double seconds = (now - filled) / NANOS;
            owed += seconds * rate;
            ready += seconds * rate * FASTER;
            filled = now;
            lastSecond.forget(now);
            cut();
        }
    }

    private void cut() {
        owed = Math.min(owed, Math.max(1, rate * OWED_SECONDS));
        ready = Math.min(ready, 1 + rate * LATE_SECONDS);
    }
}
