package io.postrider.stage.receipt;

import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the worker look for jobs about messages in doubt, and the keeper for what senders' policies decide: on a hint, and
 * every so often.
 */
public final class DoubtVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(DoubtVerticle.class);
    private final DoubtWorker worker;
    private final DoubtKeeper keeper;
    private final HintQueue queue;
    private final Duration period;
    private Future<Void> working = Future.succeededFuture();
    private boolean again;
    private Runnable unsubscribe = () -> {};

    public DoubtVerticle(DoubtWorker worker, DoubtKeeper keeper, HintQueue queue, Duration period) {
        this.worker = worker;
        this.keeper = keeper;
        this.queue = queue;
        this.period = period;
    }

    @Override
    public Future<?> start() {
        unsubscribe = queue.subscribe(Topic.JOB_WAITING, id -> look());
        vertx.setPeriodic(period.toMillis(), timer -> look());
        return Future.succeededFuture();
    }

    private void look() {
        again = true;
        if (!working.isComplete()) {
            return;
        }
        again = false;
        working = worker.look().eventually(keeper::look).onComplete(done -> {
            if (done.failed()) {
                LOG.error("deciding about messages in doubt stopped and will be tried again", done.cause());
            } else if (again) {
                vertx.runOnContext(ignored -> look());
            }
        });
    }

    @Override
    public Future<?> stop() {
        unsubscribe.run();
        worker.stop();
        keeper.stop();
        return working.otherwiseEmpty();
    }
}
