package io.postrider.stage.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The speed limit of a run: permits drip in evenly, a fifth of a second's worth is kept at most, and what was spent beyond is
 * paid back first.
 */
final class Throttle {
    private static final double KEPT_SECONDS = 0.2;
    private static final double NANOS = 1e9;

    private final double rate;
    private double permits;
    private Instant filled;

    /** @param perSecond the limit; null for none */
    Throttle(@Nullable Integer perSecond, Instant now) {
        this.rate = perSecond == null ? Double.POSITIVE_INFINITY : perSecond;
        this.permits = unlimited() ? 0 : 1;
        this.filled = now;
    }

    /** How many may go now. */
    int permits(Instant now) {
        if (unlimited()) {
            return Integer.MAX_VALUE;
        }
        fill(now);
        return (int) Math.max(0, permits);
    }

    /** So many went; more than were permitted are paid back before the next goes. */
    void spend(int count) {
        if (!unlimited()) {
            permits -= count;
        }
    }

    /** How long until one more may go; zero if it may now. */
    Duration untilNext(Instant now) {
        if (permits(now) >= 1) {
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - permits) / rate * NANOS));
    }

    private void fill(Instant now) {
        if (now.isAfter(filled)) {
            double dripped = Duration.between(filled, now).toNanos() / NANOS * rate;
            permits = Math.min(permits + dripped, Math.max(1, rate * KEPT_SECONDS));
            filled = now;
        }
    }

    private boolean unlimited() {
        return rate == Double.POSITIVE_INFINITY;
    }
}
