package io.postrider.stage.rendering;

import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets some workers render chunks: on a hint, and every so often in case a hint was lost or a sender has caught up. */
public final class RenderingVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(RenderingVerticle.class);
    private static final long SENDERS_LOOKED_AT_MILLIS = 250;
    private final Renderer renderer;
    private final HintQueue queue;
    private final String node;
    private final int workers;
    private final Duration period;
    private int busy;
    private boolean stopped;
    private Runnable unsubscribe = () -> {};

    /** @param node tells this server's claims from others' */
    public RenderingVerticle(Renderer renderer, HintQueue queue, String node, int workers, Duration period) {
        this.renderer = renderer;
        this.queue = queue;
        this.node = node;
        this.workers = workers;
        this.period = period;
    }

    @Override
    public Future<?> start() {
        return renderer.giveBack(node).onSuccess(given -> {
            unsubscribe = queue.subscribe(Topic.CHUNKS_READY, run -> wake());
            vertx.setPeriodic(period.toMillis(), timer -> wake());
            vertx.setPeriodic(SENDERS_LOOKED_AT_MILLIS, timer -> {
                if (renderer.waitsForSenders()) {
                    wake();
                }
            });
        });
    }

    private void wake() {
        while (busy < workers && !stopped) {
            busy++;
            work();
        }
    }

    private void work() {
        renderer.renderOne(node).onComplete(done -> {
            if (done.failed()) {
                LOG.error("a chunk could not be rendered and will be tried again", done.cause());
            }
            if (done.succeeded() && done.result() && !stopped) {
                work();
            } else {
                busy--;
            }
        });
    }

    @Override
    public Future<?> stop() {
        stopped = true;
        unsubscribe.run();
        return Future.succeededFuture();
    }
}
