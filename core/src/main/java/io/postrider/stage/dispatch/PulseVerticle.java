package io.postrider.stage.dispatch;

import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.report.Pulse;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/** Tells whoever watches which runs changed, each at most once a period however fast they go. */
public final class PulseVerticle extends VerticleBase {
    private final Pulse pulse;
    private final HintQueue queue;
    private final Duration period;

    public PulseVerticle(Pulse pulse, HintQueue queue, Duration period) {
        this.pulse = pulse;
        this.queue = queue;
        this.period = period;
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(
                period.toMillis(), timer -> pulse.takeChanged().forEach(run -> queue.hint(Topic.RUN_CHANGED, run)));
        return Future.succeededFuture();
    }
}
