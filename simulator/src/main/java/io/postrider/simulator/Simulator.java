package io.postrider.simulator;

import io.postrider.simulator.web.Figures;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.time.Clock;

/**
 * An operator with subscribers, as a process of its own or inside a test. It has its own event loops, so whoever starts
 * it shares no thread with it.
 */
public final class Simulator {
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1));
    private final SmscVerticle smsc;

    public Simulator(SimulatorSettings settings) {
        this(settings, Clock.systemUTC());
    }

    /** @param clock what receipts are dated by and delays are measured with */
    public Simulator(SimulatorSettings settings, Clock clock) {
        this.smsc = new SmscVerticle(settings, clock);
    }

    /** Listens; fails with a {@link java.net.BindException} if a port is taken. Call it once. */
    public Future<Simulator> start() {
        return vertx.deployVerticle(smsc).map(this);
    }

    /** Closes every connection and ends its threads. */
    public Future<Void> stop() {
        return vertx.close();
    }

    /** The port of SMPP, once started. */
    public int smppPort() {
        return smsc.smppPort();
    }

    /** The port of the page and the REST interface, once started. */
    public int httpPort() {
        return 0;
    }

    /** What {@code GET /api/v1/statistics} says. */
    public Future<JsonObject> statistics() {
        return smsc.ask(exchange -> Figures.statistics(exchange, 0));
    }
}
