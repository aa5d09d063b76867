package io.postrider.stage.dispatch;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives a lane an event loop of its own, and stops the lane when it is undeployed. */
final class LaneVerticle extends VerticleBase {
    private final Supplier<SenderLane> make;
    private final Duration drain;
    private final Promise<SenderLane> made = Promise.promise();
    private @Nullable SenderLane lane;

    LaneVerticle(Supplier<SenderLane> make, Duration drain) {
        this.make = make;
        this.drain = drain;
    }

    /** The lane, as soon as the verticle is deployed. */
    Future<SenderLane> lane() {
        return made.future();
    }

    @Override
    public Future<?> start() {
        SenderLane fresh = make.get();
        lane = fresh;
        made.complete(fresh);
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        SenderLane running = lane;
        return running == null ? Future.succeededFuture() : running.stop(drain);
    }
}
