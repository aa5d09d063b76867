package io.postrider.stage.scheduling;

import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the scheduler look at mailings and runs: on a hint, and every so often in case a hint was lost. */
public final class SchedulingVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulingVerticle.class);
    private final Scheduler scheduler;
    private final HintQueue queue;
    private final Duration period;
    private boolean busy;
    private boolean again;
    private Runnable unsubscribe = () -> {};

    public SchedulingVerticle(Scheduler scheduler, HintQueue queue, Duration period) {
        this.scheduler = scheduler;
        this.queue = queue;
        this.period = period;
    }

    @Override
    public Future<?> start() {
        unsubscribe = queue.subscribe(Topic.MAILING_DUE, id -> look());
        vertx.setPeriodic(period.toMillis(), timer -> look());
        return Future.succeededFuture();
    }

    private void look() {
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        again = false;
        scheduler.tick().onComplete(done -> {
            busy = false;
            if (done.failed()) {
                LOG.error("looking for due mailings failed and will be tried again", done.cause());
            } else if (again) {
                look();
            }
        });
    }

    @Override
    public Future<?> stop() {
        unsubscribe.run();
        return Future.succeededFuture();
    }
}
