package io.postrider.smpp.gateway;

/**
 * How much of the window is used by what the operator says of itself (congestion_state, SMPP 5.0 section 4.8.4.18): halved
 * when it is congested, a tenth less when it nearly is, growing again when it is not. At most one step is taken in a
 * window's worth of answers, since those on their way were sent before it said so.
 */
final class Congestion {
    private static final int OPTIMUM = 80;
    private static final int NEARLY = 90;
    private static final int CONGESTED = 100;
    private static final int STEPS = 20;

    private final int window;
    private int limit;
    private int answersToWait;

    Congestion(int window) {
        this.window = window;
        this.limit = window;
    }

    /** Whether less than the window is used. */
    boolean isLimiting() {
        return limit < window;
    }

    /** How many submits may be unanswered after an answer with this state. */
    int limit(int state) {
        if (answersToWait > 0) {
            answersToWait--;
            return limit;
        }
        int before = limit;
        if (state >= CONGESTED) {
            limit = Math.max(1, limit / 2);
        } else if (state >= NEARLY) {
            limit = Math.max(1, limit - Math.max(1, limit / 10));
        } else if (state < OPTIMUM) {
            limit = Math.min(window, limit + Math.max(1, window / STEPS));
        }
        answersToWait = limit == before ? 0 : before;
        return limit;
    }
}
