package io.postrider.stage.dispatch;

import java.time.Duration;

/**
 * The speed limit of a run: permits drip in evenly, a fifth of a second's worth is kept at most, and what was spent beyond is
 * paid back first. All times are nanoseconds of a clock that nobody sets.
 */
final class Throttle {
    private static final double KEPT_SECONDS = 0.2;
    private static final double NANOS = 1e9;

    private final int rate;
    private double permits = 1;
    private long filled;

    /** @param perSecond the limit in messages */
    Throttle(int perSecond, long now) {
        this.rate = perSecond;
        this.filled = now;
    }

    /** How many may go now. */
    int permits(long now) {
        double dripped = (now - filled) / NANOS * rate;
        permits = Math.min(permits + dripped, Math.max(1, rate * KEPT_SECONDS));
        filled = now;
        return (int) Math.max(0, permits);
    }

    /** So many went; more than were permitted are paid back before the next goes. */
    void spend(int count) {
        permits -= count;
    }

    /** How long until one more may go; zero if it may now. */
    Duration untilNext(long now) {
        if (permits(now) >= 1) {
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - permits) / rate * NANOS));
    }
}
