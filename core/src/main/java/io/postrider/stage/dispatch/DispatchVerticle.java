package io.postrider.stage.dispatch;

import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the dispatcher look at senders: on a hint, and every so often in case a hint was lost; tells people what moves. */
public final class DispatchVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchVerticle.class);
    private static final long TOLD_EVERY_MILLIS = 1_000;
    private final Dispatcher dispatcher;
    private final HintQueue queue;
    private final Duration period;
    private final List<Runnable> unsubscribe = new ArrayList<>();
    private boolean busy;
    private boolean again;

    public DispatchVerticle(Dispatcher dispatcher, HintQueue queue, Duration period) {
        this.dispatcher = dispatcher;
        this.queue = queue;
        this.period = period;
    }

    @Override
    public Future<?> start() {
        unsubscribe.add(queue.subscribe(Topic.MESSAGES_READY, dispatcher::look));
        unsubscribe.add(queue.subscribe(Topic.SENDER_CHANGED, id -> {
            dispatcher.look(id);
            sweep();
        }));
        vertx.setPeriodic(period.toMillis(), timer -> sweep());
        vertx.setPeriodic(
                TOLD_EVERY_MILLIS, timer -> dispatcher.news().forEach(id -> queue.hint(Topic.SENDER_ACTIVE, id)));
        sweep();
        return Future.succeededFuture();
    }

    private void sweep() {
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        again = false;
        dispatcher.sweep().onComplete(done -> {
            busy = false;
            if (done.failed()) {
                LOG.error("looking for senders failed and will be tried again", done.cause());
            } else if (again) {
                sweep();
            }
        });
    }

    @Override
    public Future<?> stop() {
        unsubscribe.forEach(Runnable::run);
        return dispatcher.stop();
    }
}
