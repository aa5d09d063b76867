package io.postrider.stage.dispatch;

import java.util.concurrent.TimeUnit;

/**
 * What an operator that was full does to the speed: it falls by a third at most once a second, and comes back step by step.
 * Reads a monotonic clock in nanoseconds.
 */
final class Slowdown {
    private static final double SLOWER = 0.7;
    private static final double LOWEST = 0.1;
    private static final double RECOVERY = 0.05;
    private static final double GROWN = 2;
    private static final long STEP = TimeUnit.SECONDS.toNanos(5);
    private static final long CUT_AT_MOST_EVERY = TimeUnit.SECONDS.toNanos(1);
    private double top;
    private double base;
    private double rate;
    private boolean limited;
    private boolean on;
    private long adjusted;

    /**
     * The operator was full.
     *
     * @param speed a second that was too fast: the limit, or what was measured where there is none
     * @param isLimit whether it is the limit; of a measured speed nobody knows how far it was too fast, so it may fall lower
     */
    void full(double speed, boolean isLimit, long now) {
        recover(now);
        if (on && now - adjusted < CUT_AT_MOST_EVERY) {
            return;
        }
        if (!on) {
            top = speed;
            rate = speed;
            limited = isLimit;
            on = true;
        }
        double lowest = limited ? top * LOWEST : Math.min(1, top);
        rate = Math.max(lowest, rate * SLOWER);
        base = limited ? top : rate;
        adjusted = now;
    }

    /** Whether the operator holds the speed down. */
    boolean isOn(long now) {
        recover(now);
        return on;
    }

    /** A second that may go now, while it {@link #isOn}. */
    double perSecond(long now) {
        recover(now);
        return rate;
    }

    /** The part of the limit that may go now. */
    double share(long now) {
        return isOn(now) ? rate / top : 1;
    }

    /** The limit is another now, or there is none any more; what the operator said of the old one is forgotten. */
    void forget() {
        on = false;
    }

    private void recover(long now) {
        while (on && now - adjusted >= STEP) {
            adjusted += STEP;
            rate += base * RECOVERY;
            base = rate >= base * GROWN ? rate : base;
            on = rate < top;
        }
    }
}
