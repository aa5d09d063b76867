package io.postrider.smpp.gateway;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Asks a silent peer whether it lives, and says so when it does not answer (SMPP 3.4 section 4.11 and 7.2). */
final class Keepalive {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final long interval;
    private final long answer;
    private final Runnable ask;
    private final Runnable dead;
    private long timer = -1;
    private long lastHeard;
    private long askedAt;
    private boolean asked;

    /**
     * @param ask sends enquire_link
     * @param dead the peer did not answer
     */
    Keepalive(Vertx vertx, SmppSettings.Timing timing, Runnable ask, Runnable dead) {
        this.vertx = vertx;
        this.interval = timing.enquireLink().toNanos();
        Duration response = timing.response();
        this.answer = (response.compareTo(LONGEST_ANSWER) < 0 ? response : LONGEST_ANSWER).toNanos();
        this.ask = ask;
        this.dead = dead;
    }

    void start() {
        heard();
        asked = false;
        wakeIn(interval);
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Octets came, whatever they were. */
    void heard() {
        lastHeard = System.nanoTime();
    }

    private void look() {
        long now = System.nanoTime();
        if (asked && lastHeard - askedAt <= 0) {
            dead.run();
            return;
        }
        long silent = now - lastHeard;
        asked = silent >= interval;
        if (asked) {
            askedAt = now;
            ask.run();
            wakeIn(answer);
        } else {
            wakeIn(interval - silent);
        }
    }

    private void wakeIn(long nanos) {
        timer = vertx.setTimer(Math.max(1, nanos / 1_000_000 + 1), fired -> look());
    }
}
