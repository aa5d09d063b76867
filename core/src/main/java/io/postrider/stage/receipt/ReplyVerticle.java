package io.postrider.stage.receipt;

import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets replies be read when one has come, and every so often in case a hint was lost; one reading at a time. */
public final class ReplyVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyVerticle.class);
    private final ReplyReader reader;
    private final HintQueue queue;
    private final Duration period;
    private Runnable unsubscribe = () -> {};
    private Future<Void> reading = Future.succeededFuture();
    private boolean again;

    public ReplyVerticle(ReplyReader reader, HintQueue queue, Duration period) {
        this.reader = reader;
        this.queue = queue;
        this.period = period;
    }

    @Override
    public Future<?> start() {
        unsubscribe = queue.subscribe(Topic.REPLIES_CAME, sender -> look());
        vertx.setPeriodic(period.toMillis(), timer -> look());
        look();
        return Future.succeededFuture();
    }

    private void look() {
        if (!reading.isComplete()) {
            again = true;
            return;
        }
        again = false;
        reading = reader.readAll()
                .onFailure(problem -> LOG.error("reading replies failed and will be tried again", problem));
        reading.onSuccess(done -> {
            if (again) {
                look();
            }
        });
    }

    @Override
    public Future<?> stop() {
        unsubscribe.run();
        again = false;
        return reading.otherwiseEmpty();
    }
}
