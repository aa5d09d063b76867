package io.postrider.simulator.conformance;

import io.postrider.simulator.Account;
import io.postrider.simulator.Account.Answers;
import io.postrider.simulator.Esme;
import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.text.DefaultAlphabet;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A simulator and its clients, which end with the test. */
abstract class Conformance {
    static final String PHONE = "12025550101";
    static final Behaviour QUICK = Behaviour.usual()
            .withTimes(Duration.ZERO, Duration.ZERO)
            .withShares(100, 0, 0)
            .withClick(0);

    /** Messages stay on their way. */
    static final Behaviour ENDLESS =
            QUICK.with(new JsonObject().put("outcomes", new JsonObject().put("unanswered", 100)));

    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable Simulator running;

    static SimulatorSettings settings() {
        return SimulatorSettings.onFreePorts().with(QUICK);
    }

    static SubmitSm message() {
        return Esme.message(PHONE, "Hello");
    }

    static Account limited(int maxBinds, double throughput, int window, Answers answers, String... sources) {
        return new Account(
                "postrider",
                "simulate",
                maxBinds,
                throughput,
                window,
                Account.USUAL_DELIVERY_WINDOW,
                List.of(sources),
                DefaultAlphabet.GSM,
                null,
                answers);
    }

    final void start() throws Exception {
        start(settings());
    }

    final void start(Behaviour behaviour) throws Exception {
        start(settings().with(behaviour));
    }

    final void start(SimulatorSettings settings) throws Exception {
        start(settings, Clock.systemUTC());
    }

    final void start(SimulatorSettings settings, Clock clock) throws Exception {
        running = new Simulator(settings, clock);
        await(running.start());
    }

    final Simulator simulator() {
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    final Wire connect() throws IOException {
        return keep(Wire.to(simulator().smppPort()));
    }

    final Wire transceiver() throws IOException {
        return connect().bound(SMPPConstant.CID_BIND_TRANSCEIVER);
    }

    final Wire transmitter() throws IOException {
        return connect().bound(SMPPConstant.CID_BIND_TRANSMITTER);
    }

    final Wire receiver() throws IOException {
        return connect().bound(SMPPConstant.CID_BIND_RECEIVER);
    }

    /** Closes it after the test. */
    final <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }

    final long statistic(String name) throws Exception {
        JsonObject statistics = await(simulator().statistics());
        return statistics.getLong(name);
    }

    final void awaitStatistic(String name, long value) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (statistic(name) != value) {
            if (System.nanoTime() > end) {
                throw new AssertionError(name + " is " + statistic(name) + ", not " + value);
            }
        }
    }

    /** The octets with a command_length that fits them. */
    static byte[] framed(byte... octets) {
        ByteBuffer.wrap(octets).putInt(0, octets.length);
        return octets;
    }

    /** The first octets of a PDU as one that is whole. */
    static byte[] cut(byte[] pdu, int length) {
        return framed(Arrays.copyOf(pdu, length));
    }

    /** The PDU with octets after it, which belong to it. */
    static byte[] with(byte[] pdu, byte... more) {
        byte[] longer = Arrays.copyOf(pdu, pdu.length + more.length);
        System.arraycopy(more, 0, longer, pdu.length, more.length);
        return framed(longer);
    }

    /** A PDU that is nothing but a header. */
    static byte[] header(int length, int command, int sequence) {
        return ByteBuffer.allocate(16)
                .putInt(length)
                .putInt(command)
                .putInt(0)
                .putInt(sequence)
                .array();
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(15, TimeUnit.SECONDS);
    }

    @AfterEach
    final void end() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        if (running != null) {
            await(running.stop());
        }
    }
}
