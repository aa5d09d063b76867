package io.postrider.stage.dispatch;

import io.vertx.core.Vertx;

/** A timer that is set once, rings once, and then may be set again. */
final class Alarm {
    private final Vertx vertx;
    private final Runnable rings;
    private long timer = -1;

    Alarm(Vertx vertx, Runnable rings) {
        this.vertx = vertx;
        this.rings = rings;
    }

    /** Rings after so long, unless it is set already. */
    void set(long millis) {
        if (timer < 0) {
            timer = vertx.setTimer(millis, late -> {
                timer = -1;
                rings.run();
            });
        }
    }

    /** Does not ring any more. */
    void cancel() {
        vertx.cancelTimer(timer);
        timer = -1;
    }
}
