package io.postrider.simulator;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.clicks.Clicker;
import io.postrider.simulator.people.Person;
import io.postrider.simulator.scenario.Scenario;
import io.postrider.simulator.smsc.Awaiting;
import io.postrider.simulator.smsc.Conversations;
import io.postrider.simulator.view.MessageView;
import io.postrider.simulator.web.Figures;
import io.postrider.simulator.web.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An SMS operator with subscribers: an SMPP server whose messages can be looked at, in this process. It has its own threads;
 * every method may be called from any thread. {@link io.postrider.simulator.junit.SmscSimulator} starts one for a test.
 */
public final class Simulator {
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1));
    private final Clicker clicker = new Clicker();
    private final SmscVerticle smsc;

    public Simulator(SimulatorSettings settings) {
        this(settings, Clock.systemUTC());
    }

    /**
     * With a TLS port and no certificate of its own, this blocks for about a second to make one.
     *
     * @param clock what receipts are dated by and delays are measured with
     */
    public Simulator(SimulatorSettings settings, Clock clock) {
        Tls tls = settings.tls();
        this.smsc =
                new SmscVerticle(settings, clock, clicker, tls == null ? null : Certificates.of(tls, settings.host()));
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

    /** The port of SMPP over TLS, once started. */
    public int tlsPort() {
        return smsc.tlsPort();
    }

    /** The port of the page and the REST interface, once started. */
    public int httpPort() {
        return smsc.httpPort();
    }

    /** What {@code GET /api/v1/statistics} says. */
    public Future<JsonObject> statistics() {
        return smsc.ask(Figures::statistics);
    }

    /** The newest 1,000 messages of a phone, newest first, as {@code GET /api/v1/phones/PHONE} says them; empty for a phone that nobody wrote to. */
    public Future<JsonArray> messages(String phone) {
        return smsc.ask(world -> {
            Person person = world.exchange().round().people().find(Long.parseLong(phone));
            return person == null ? new JsonArray() : MessageView.all(person.newest(message -> true, Figures.SHOWN));
        });
    }

    /** All messages that are kept, newest first. */
    public Future<JsonArray> messages() {
        return smsc.ask(world -> MessageView.all(
                world.exchange().round().people().newest(Long.MAX_VALUE, any -> true, Integer.MAX_VALUE)));
    }

    /**
     * Waits until so many messages fit at the same time, those included that came before. Fewer fit in the end if they did not
     * come in time.
     *
     * @param fits asked about the message as {@link #messages} says it, on the event loop: it must not block
     */
    public Future<JsonArray> await(Predicate<JsonObject> fits, int count, Duration patience) {
        return smsc.ask(world -> new Awaiting(
                                vertx, world.exchange(), message -> fits.test(MessageView.brief(message)), count)
                        .start(patience.toMillis()))
                .compose(found -> found)
                .map(MessageView::all);
    }

    /** Changes what this names in how it behaves; the rest stays. */
    public Future<Void> change(JsonObject changes) {
        return tell(world -> world.player().behave(world.exchange().behaviour().with(changes)));
    }

    /** Forgets everything and behaves as at the beginning, so that the next test finds it as the first one did. */
    Future<Void> begin(String preset, @Nullable Scenario scenario) {
        return tell(world -> {
            world.exchange().reset();
            world.player().stop();
            world.player().behave(world.exchange().settings().behaviour());
            world.player().startedWith(preset);
            if (scenario != null) {
                world.player().play(scenario);
            }
        });
    }

    /** Behaves otherwise from now on. */
    public Future<Void> behave(Behaviour behaviour) {
        return tell(world -> world.player().behave(behaviour));
    }

    /** Changes to the preset with this name; fails with an {@link IllegalArgumentException} if there is none. */
    public Future<Void> preset(String name) {
        return tell(world -> world.player().preset(name));
    }

    /** Notes under which preset it was started. */
    Future<Void> startedWith(String name) {
        return tell(world -> world.player().startedWith(name));
    }

    /** Lets a scenario run. */
    public Future<Void> play(Scenario scenario) {
        return tell(world -> world.player().play(scenario));
    }

    /** Sends what a person writes to this sender; an empty one is whoever wrote to that phone last, who also gets it. */
    public Future<Void> reply(String from, String to, String text) {
        return tell(world -> {
            Conversations conversations = world.exchange().conversations();
            conversations.write(from, conversations.recipient(from, to), text, "");
        });
    }

    /** Forgets every message and counter; binds stay. */
    public Future<Void> reset() {
        return tell(world -> world.exchange().reset());
    }

    /** Ends every session without a word, as a crash does. */
    public Future<Void> dropSessions() {
        return tell(world -> world.exchange().dropSessions("reset"));
    }

    private Future<Void> tell(Consumer<World> what) {
        return smsc.ask(world -> {
                    what.accept(world);
                    return true;
                })
                .mapEmpty();
    }
}
