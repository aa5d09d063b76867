package io.postrider.simulator.smsc;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Things that happen a while after they were put in, in the order they came: one timer for the whole line instead of one
 * each. The delay is asked again each time, so a change holds for what waits already. Confined to the event loop.
 */
final class DelayLine<T> {
    private final Vertx vertx;
    private final Clock clock;
    private final LongSupplier delayMillis;
    private final Consumer<T> then;
    private final Runnable turnEnded;
    private final Deque<Waiting<T>> line = new ArrayDeque<>();
    private boolean armed;

    private record Waiting<T>(T thing, long since) {}

    /**
     * @param then called for each thing whose time has come
     * @param turnEnded called after a row of them
     */
    DelayLine(Vertx vertx, Clock clock, LongSupplier delayMillis, Consumer<T> then, Runnable turnEnded) {
        this.vertx = vertx;
        this.clock = clock;
        this.delayMillis = delayMillis;
        this.then = then;
        this.turnEnded = turnEnded;
    }

    /** Puts it at the end; without delay and with nothing before it, it happens at once. */
    void add(T thing) {
        if (line.isEmpty() && delayMillis.getAsLong() == 0) {
            then.accept(thing);
            return;
        }
        line.addLast(new Waiting<>(thing, clock.millis()));
        arm();
    }

    int size() {
        return line.size();
    }

    /** Forgets all that waits. */
    void clear() {
        line.clear();
    }

    private void arm() {
        Waiting<T> first = line.peekFirst();
        if (!armed && first != null) {
            armed = true;
            long left = first.since() + delayMillis.getAsLong() - clock.millis();
            vertx.setTimer(Math.max(1, left), fired -> {
                armed = false;
                release();
            });
        }
    }

    /** Lets everything happen whose time has come: called by the timer, and after the delay was changed. */
    void release() {
        long enteredBefore = clock.millis() - delayMillis.getAsLong();
        Waiting<T> first = line.peekFirst();
        while (first != null && first.since() <= enteredBefore) {
            line.removeFirst();
            then.accept(first.thing());
            first = line.peekFirst();
        }
        turnEnded.run();
        arm();
    }
}
