package io.postrider.stage.importing;

import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the importer look for work: on a hint, and every so often in case a hint was lost or an importer died. */
public final class ImportingVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(ImportingVerticle.class);
    private final Importer importer;
    private final HintQueue queue;
    private final Duration period;
    private boolean busy;
    private boolean again;
    private Runnable unsubscribe = () -> {};

    public ImportingVerticle(Importer importer, HintQueue queue, Duration period) {
        this.importer = importer;
        this.queue = queue;
        this.period = period;
    }

    @Override
    public Future<?> start() {
        unsubscribe = queue.subscribe(Topic.JOB_WAITING, id -> look());
        vertx.setPeriodic(period.toMillis(), timer -> look());
        look();
        return Future.succeededFuture();
    }

    private void look() {
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        again = false;
        importer.look().onComplete(done -> {
            busy = false;
            if (done.failed()) {
                LOG.error("looking for imports failed and will be tried again", done.cause());
            } else if (again) {
                look();
            }
        });
    }

    @Override
    public Future<?> stop() {
        unsubscribe.run();
        return importer.stop();
    }
}
