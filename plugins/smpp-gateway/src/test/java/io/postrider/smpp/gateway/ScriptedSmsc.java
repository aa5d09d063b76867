package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Frame;
import io.postrider.smpp.wire.SmppConnection;
import io.postrider.smpp.wire.SmppHandler;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindResp;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;

/** An operator that answers as a test tells it to; unless told, it takes every bind and every message. */
final class ScriptedSmsc {
    private static final long PATIENCE = 15;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final NetServer server;
    private final AtomicInteger ids = new AtomicInteger();
    private final BlockingQueue<Command> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Frame.Malformed> malformed = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> closed = new LinkedBlockingQueue<>();
    private final List<SmppConnection> connections = new CopyOnWriteArrayList<>();
    private final Map<Integer, BiConsumer<SmppConnection, Command>> script = new HashMap<>();

    ScriptedSmsc() throws Exception {
        this(0);
    }

    /** @param port where another one was before */
    ScriptedSmsc(int port) throws Exception {
        this(port, new NetServerOptions());
    }

    ScriptedSmsc(int port, NetServerOptions options) throws Exception {
        for (int bind : List.of(1, 2, 9)) {
            script.put(bind, (connection, pdu) -> connection.send(bindAnswer(pdu, SMPPConstant.STAT_ESME_ROK)));
        }
        script.put(SMPPConstant.CID_SUBMIT_SM, (connection, pdu) -> connection.send(taken(pdu)));
        script.put(SMPPConstant.CID_ENQUIRE_LINK, ScriptedSmsc::ok);
        script.put(SMPPConstant.CID_UNBIND, ScriptedSmsc::ok);
        server = vertx.createNetServer(options.setReceiveBufferSize(8_192)).connectHandler(this::serve);
        server.listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE, TimeUnit.SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    /** Settings of a gateway to this operator with everything quick. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("host", "127.0.0.1");
        settings.put("port", Integer.toString(port()));
        settings.put("system-id", "esme");
        settings.put("password", "secret");
        settings.put("retry-pause", "PT0.02S");
        settings.put("throttle-pause", "PT0.05S");
        settings.put("response-timeout", "PT5S");
        return settings;
    }

    /** What to do with the commands of this id from now on. */
    ScriptedSmsc on(int commandId, BiConsumer<SmppConnection, Command> act) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        context.runOnContext(turn -> {
            script.put(commandId, act);
            done.complete(null);
        });
        done.get(PATIENCE, TimeUnit.SECONDS);
        return this;
    }

    ScriptedSmsc onSubmit(BiConsumer<SmppConnection, SubmitSm> act) throws Exception {
        return on(SMPPConstant.CID_SUBMIT_SM, (connection, pdu) -> act.accept(connection, (SubmitSm) pdu));
    }

    /** Answers every submit with this status and no body. */
    ScriptedSmsc refuseSubmits(int status) throws Exception {
        return onSubmit((connection, pdu) -> connection.send(CommandIds.answer(pdu, status)));
    }

    /** Answers every bind with this status. */
    ScriptedSmsc refuseBinds(int status) throws Exception {
        return on(SMPPConstant.CID_BIND_TRANSCEIVER, (connection, pdu) -> connection.send(bindAnswer(pdu, status)));
    }

    /** The positive answer to a submit, with the next id. */
    Command taken(Command submit) {
        return taken(submit, Integer.toString(ids.incrementAndGet()));
    }

    static Command taken(Command submit, String id) {
        var answer = new SubmitSmResp();
        answer.setCommandId(SMPPConstant.CID_SUBMIT_SM_RESP);
        answer.setSequenceNumber(submit.getSequenceNumber());
        answer.setMessageId(id);
        return answer;
    }

    static Command bindAnswer(Command bind, int status) {
        var answer = new BindResp();
        answer.setCommandId(CommandIds.responseOf(bind.getCommandId()));
        answer.setCommandStatus(status);
        answer.setSequenceNumber(bind.getSequenceNumber());
        answer.setSystemId("smsc");
        return answer;
    }

    private static void ok(SmppConnection connection, Command pdu) {
        connection.send(CommandIds.answer(pdu, SMPPConstant.STAT_ESME_ROK));
    }

    /** The next command of this id, passing over the others. */
    Command await(int commandId) throws InterruptedException {
        while (true) {
            Command next = received.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(next).as("command %x", commandId).isNotNull();
            if (next != null && next.getCommandId() == commandId) {
                return next;
            }
        }
    }

    SubmitSm awaitSubmit() throws InterruptedException {
        return (SubmitSm) await(SMPPConstant.CID_SUBMIT_SM);
    }

    /** How many commands of this id wait to be looked at. */
    long waiting(int commandId) {
        return received.stream().filter(pdu -> pdu.getCommandId() == commandId).count();
    }

    /** Does something on the event loop. */
    void run(Runnable act) {
        context.runOnContext(turn -> act.run());
    }

    /** Something to hold back the submits with, until they are answered. */
    Held hold() throws Exception {
        var held = new Held();
        onSubmit((connection, pdu) -> held.all.add(new HeldSubmit(connection, pdu)));
        return held;
    }

    /** A submit and where it came from. */
    record HeldSubmit(SmppConnection connection, SubmitSm pdu) {}

    /** Submits that a test answers when it likes. */
    static final class Held {
        private final BlockingQueue<HeldSubmit> all = new LinkedBlockingQueue<>();

        HeldSubmit next() throws InterruptedException {
            HeldSubmit next = all.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(next).as("a submit").isNotNull();
            return Objects.requireNonNull(next);
        }

        List<HeldSubmit> next(int count) throws InterruptedException {
            List<HeldSubmit> next = new ArrayList<>();
            while (next.size() < count) {
                next.add(next());
            }
            return next;
        }

        /** How many more came. */
        int left() {
            return all.size();
        }
    }

    /** Takes a submit that was held back. */
    void take(HeldSubmit held) {
        run(() -> held.connection().send(taken(held.pdu())));
    }

    /** Waits for a connection to be closed. */
    void awaitClosed() throws InterruptedException {
        assertThat(closed.poll(PATIENCE, TimeUnit.SECONDS))
                .as("a closed connection")
                .isTrue();
    }

    /** Does something on the event loop with every living connection. */
    void withConnections(Consumer<SmppConnection> act) {
        context.runOnContext(turn -> connections.forEach(act));
    }

    private void serve(NetSocket socket) {
        var connection = new SmppConnection(socket, vertx.getOrCreateContext());
        connections.add(connection);
        connection.handle(new SmppHandler() {
            @Override
            public void received(Command pdu) {
                received.add(pdu);
                script.getOrDefault(pdu.getCommandId(), (to, other) -> {}).accept(connection, pdu);
            }

            @Override
            public void malformed(Frame.Malformed frame) {
                malformed.add(frame);
                connection.close().onFailure(failure -> received.clear());
            }

            @Override
            public void closed() {
                connections.remove(connection);
                closed.add(true);
            }
        });
    }

    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }
}
