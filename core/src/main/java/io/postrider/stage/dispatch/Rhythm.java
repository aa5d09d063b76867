package io.postrider.stage.dispatch;

import java.time.Duration;

/** When a lane looks around without being called: every so often, and when a speed limit lets the next message go. */
final class Rhythm {
    private static final long TICK_MILLIS = 500;
    private static final long TICK_NANOS = TICK_MILLIS * 1_000_000;
    private final LaneTools tools;
    private final Alarm alarm;
    private long refreshAt;
    private long tick = -1;

    /** @param slice called when a limit lets the next message go */
    Rhythm(LaneTools tools, Runnable slice) {
        this.tools = tools;
        this.alarm = new Alarm(tools.vertx(), slice);
        this.refreshAt = tools.nanos().getAsLong();
    }

    /** From now on {@code go} is called every so often. */
    void begin(Runnable go) {
        tick = tools.vertx().setPeriodic(TICK_MILLIS, timer -> go.run());
    }

    /** There may be something new in PostgreSQL. */
    void hurry() {
        refreshAt = tools.nanos().getAsLong();
    }

    /** Whether PostgreSQL should be asked for something new. */
    boolean isToRefresh() {
        return tools.nanos().getAsLong() - refreshAt >= 0;
    }

    /** PostgreSQL is being asked. */
    void refreshed() {
        refreshAt = tools.nanos().getAsLong() + TICK_NANOS;
    }

    /** Calls after so long; not at all if it is zero. */
    void wakeAfter(Duration rest) {
        if (!rest.isZero()) {
            alarm.set(rest.toMillis() + 1);
        }
    }

    void end() {
        tools.vertx().cancelTimer(tick);
        alarm.cancel();
    }
}
