package io.postrider.stage.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A speed limit: permits drip in evenly, a fifth of a second's worth is kept at most, and what was spent beyond is paid back
 * first. An operator that is full lowers the speed, which then recovers step by step.
 */
final class Throttle {
    private static final double KEPT_SECONDS = 0.2;
    private static final double SLOWER = 0.7;
    private static final double LOWEST = 0.1;
    private static final double RECOVERY = 0.05;
    private static final Duration RECOVERY_STEP = Duration.ofSeconds(5);
    private static final Duration CUT_AT_MOST_EVERY = Duration.ofSeconds(1);
    private static final double NANOS = 1e9;

    private final double ceiling;
    private double rate;
    private double permits;
    private Instant filled;
    private Instant adjusted;

    /** @param perSecond the limit; null for none */
    Throttle(@Nullable Integer perSecond, Instant now) {
        this.ceiling = perSecond == null ? Double.POSITIVE_INFINITY : perSecond;
        this.rate = ceiling;
        this.permits = unlimited() ? 0 : 1;
        this.filled = now;
        this.adjusted = now;
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

    /** The operator is full: less from now on, though never less than a tenth of the limit. */
    void slowDown(Instant now) {
        if (unlimited() || (rate < ceiling && now.isBefore(adjusted.plus(CUT_AT_MOST_EVERY)))) {
            return;
        }
        fill(now);
        rate = Math.max(rate * SLOWER, ceiling * LOWEST);
        permits = Math.min(permits, 1);
        adjusted = now;
    }

    /** Permits a second that drip in now; null for no limit. */
    @Nullable Double perSecond(Instant now) {
        if (unlimited()) {
            return null;
        }
        fill(now);
        return rate;
    }

    /** Whether an operator that was full has lowered it. */
    boolean isSlowed(Instant now) {
        Double present = perSecond(now);
        return present != null && present < ceiling;
    }

    private void fill(Instant now) {
        while (rate < ceiling && !now.isBefore(adjusted.plus(RECOVERY_STEP))) {
            adjusted = adjusted.plus(RECOVERY_STEP);
            rate = Math.min(ceiling, rate + ceiling * RECOVERY);
        }
        if (now.isAfter(filled)) {
            double dripped = Duration.between(filled, now).toNanos() / NANOS * rate;
            permits = Math.min(permits + dripped, Math.max(1, rate * KEPT_SECONDS));
            filled = now;
        }
    }

    private boolean unlimited() {
        return ceiling == Double.POSITIVE_INFINITY;
    }
}
