package io.postrider.stage.receipt;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the sweeper look every so often, one sweep at a time. */
public final class ReceiptVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptVerticle.class);
    private final Sweeper sweeper;
    private final Duration period;
    private Future<Void> sweeping = Future.succeededFuture();

    public ReceiptVerticle(Sweeper sweeper, Duration period) {
        this.sweeper = sweeper;
        this.period = period;
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(period.toMillis(), timer -> {
            if (sweeping.isComplete()) {
                sweeping = sweeper.sweep()
                        .onFailure(problem -> LOG.error("sweeping failed and will be tried again", problem));
            }
        });
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return sweeping.otherwiseEmpty();
    }
}
