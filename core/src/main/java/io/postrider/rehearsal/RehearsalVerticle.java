package io.postrider.rehearsal;

import io.postrider.sender.SenderStore;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the simulator with the server if a sender leads to it, and ends it with the server. */
public final class RehearsalVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(RehearsalVerticle.class);
    private final SimulatorHost host;
    private final SenderStore senders;

    public RehearsalVerticle(SimulatorHost host, SenderStore senders) {
        this.host = host;
        this.senders = senders;
    }

    @Override
    public Future<?> start() {
        senders.anyRehearsal()
                .compose(any -> any ? host.up().<Void>mapEmpty() : Future.succeededFuture())
                .onFailure(
                        problem -> LOG.warn("the simulator is not up, so its sender waits: {}", problem.getMessage()));
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return host.end();
    }
}
