package io.postrider.smpp.gateway;

import java.time.Duration;

/** One of the operator's servers as whoever wants to bind sees it: one attempt at a time, and none before a pause has passed. */
final class Site {
    private final Endpoint endpoint;
    private final Backoff backoff;
    private long notBefore = System.nanoTime();
    private boolean busy;

    Site(Endpoint endpoint, Backoff backoff) {
        this.endpoint = endpoint;
        this.backoff = backoff;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    boolean isFree(long now) {
        return !busy && notBefore - now <= 0;
    }

    /** Whether it is worth waiting for: it did not fail when it was last tried. */
    boolean isTrusted() {
        return !backoff.isFailing();
    }

    /** How long it rests; negative if it does not. */
    long restsFor(long now) {
        return busy ? -1 : notBefore - now;
    }

    void tried() {
        busy = true;
    }

    void accepted() {
        busy = false;
        backoff.reset();
    }

    /** A bind that was accepted before is gone; no matter how many of them, it is one trouble. */
    void lost(long now) {
        if (notBefore - now <= 0) {
            rest(backoff.afterLoss(), now);
        }
    }

    void failed(long now) {
        busy = false;
        rest(backoff.afterFailure(), now);
    }

    /** It refused the login and gets this pause instead of one of its own. */
    void refused(Duration pause, long now) {
        busy = false;
        backoff.afterFailure();
        rest(pause, now);
    }

    private void rest(Duration pause, long now) {
        notBefore = now + pause.toNanos();
    }
}
