package io.postrider.simulator;

import io.postrider.simulator.people.Clicker;
import io.postrider.simulator.people.Person;
import io.postrider.simulator.web.Figures;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;

/**
 * An operator with subscribers, as a process of its own or inside a test. It has its own event loops, so whoever starts
 * it shares no thread with it.
 */
public final class Simulator {
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1));
    private final Clicker clicker = new Clicker();
    private final SmscVerticle smsc;

    public Simulator(SimulatorSettings settings) {
        this(settings, Clock.systemUTC());
    }

    /** @param clock what receipts are dated by and delays are measured with */
    public Simulator(SimulatorSettings settings, Clock clock) {
        this.smsc = new SmscVerticle(settings, clock, clicker);
    }

    /** Listens; fails with a {@link java.net.BindException} if a port is taken. Call it once. */
    public Future<Simulator> start() {
        return vertx.deployVerticle(clicker)
                .compose(deployed -> vertx.deployVerticle(smsc))
                .map(this);
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
        return smsc.httpPort();
    }

    /** What {@code GET /api/v1/statistics} says. */
    public Future<JsonObject> statistics() {
        return smsc.ask(Figures::statistics);
    }

    /** The messages of a phone, newest first, as {@code GET /api/v1/phones/PHONE} says them; empty for a phone that nobody wrote to. */
    public Future<JsonArray> messages(String phone) {
        return smsc.ask((exchange, readers) -> {
            Person person = exchange.round().people().find(Long.parseLong(phone));
            return person == null ? new JsonArray() : Figures.messages(person.kept());
        });
    }

    /** Behaves otherwise from now on. */
    public Future<Void> behave(Behaviour behaviour) {
        return smsc.ask((exchange, readers) -> {
                    exchange.behave(behaviour);
                    return true;
                })
                .mapEmpty();
    }
}
