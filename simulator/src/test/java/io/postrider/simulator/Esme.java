package io.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Frame;
import io.postrider.smpp.wire.SmppConnection;
import io.postrider.smpp.wire.SmppHandler;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliverSmResp;
import org.jsmpp.bean.SubmitSm;

/** A client of the simulator on a real socket. */
public final class Esme {
    /** What {@link #await} is told for the end of the connection. */
    public static final int CLOSED = -1;

    private static final long PATIENCE = 15;

    private final Context context;
    private final NetClient client;
    private final BlockingQueue<Command> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<SmppConnection> connected = new CompletableFuture<>();
    private final boolean acknowledges;

    /** @param acknowledges whether it answers every deliver_sm at once */
    public Esme(Vertx vertx, int port, boolean acknowledges) throws Exception {
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createNetClient();
        this.acknowledges = acknowledges;
        context.runOnContext(turn -> client.connect(port, "127.0.0.1")
                .onSuccess(socket -> {
                    var connection = new SmppConnection(socket, context);
                    connection.handle(new Ear(connection));
                    connected.complete(connection);
                })
                .onFailure(connected::completeExceptionally));
        connected.get(PATIENCE, TimeUnit.SECONDS);
    }

    private final class Ear implements SmppHandler {
        private final SmppConnection connection;

        private Ear(SmppConnection connection) {
            this.connection = connection;
        }

        @Override
        public void received(Command pdu) {
            received.add(pdu);
            if (acknowledges && pdu instanceof DeliverSm) {
                connection.send(acknowledgement(pdu, SMPPConstant.STAT_ESME_ROK));
            }
        }

        @Override
        public void malformed(Frame.Malformed frame) {
            throw new AssertionError(frame);
        }

        @Override
        public void closed() {
            var end = new Command();
            end.setCommandId(CLOSED);
            received.add(end);
        }
    }

    private static Command acknowledgement(Command deliver, int status) {
        var response = new DeliverSmResp();
        response.setCommandId(SMPPConstant.CID_DELIVER_SM_RESP);
        response.setCommandStatus(status);
        response.setSequenceNumber(deliver.getSequenceNumber());
        response.setMessageId("");
        return response;
    }

    /** The status of the answer. */
    public int bind(int command, String account, String password) throws Exception {
        var bind = new Bind();
        bind.setCommandId(command);
        bind.setSystemId(account);
        bind.setPassword(password);
        bind.setInterfaceVersion((byte) 0x34);
        send(bind);
        return await(CommandIds.responseOf(command)).getCommandStatus();
    }

    public Esme bound() throws Exception {
        return bound(SMPPConstant.CID_BIND_TRANSCEIVER);
    }

    public Esme bound(int command) throws Exception {
        assertThat(bind(command, "postrider", "simulate")).isZero();
        return this;
    }

    public static SubmitSm message(String phone, String text) {
        var pdu = new SubmitSm();
        pdu.setCommandId(SMPPConstant.CID_SUBMIT_SM);
        pdu.setSourceAddrTon((byte) 5);
        pdu.setSourceAddr("Shop");
        pdu.setDestAddrTon((byte) 1);
        pdu.setDestAddrNpi((byte) 1);
        pdu.setDestAddress(phone);
        pdu.setRegisteredDelivery((byte) 1);
        pdu.setShortMessage(text.getBytes(StandardCharsets.US_ASCII));
        return pdu;
    }

    public void send(Command pdu) {
        run(connection -> {
            pdu.setSequenceNumber(connection.nextSequence());
            connection.send(pdu);
        });
    }

    public void sendRaw(Buffer octets) {
        run(connection -> connection.sendRaw(octets));
    }

    public void answer(Command deliver, int status) {
        run(connection -> connection.send(acknowledgement(deliver, status)));
    }

    /** Closes the socket as a killed process does. */
    public void kill() {
        run(connection -> connection.close().onFailure(problem -> received.clear()));
    }

    private void run(Consumer<SmppConnection> act) {
        context.runOnContext(turn -> act.accept(connected.join()));
    }

    /** The next PDU of this kind, passing over the others. */
    public Command await(int commandId) throws InterruptedException {
        while (true) {
            Command next = received.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(next).as("command %x", commandId).isNotNull();
            if (next != null && next.getCommandId() == commandId) {
                return next;
            }
        }
    }

    public DeliverSm awaitDelivery() throws InterruptedException {
        return (DeliverSm) await(SMPPConstant.CID_DELIVER_SM);
    }

    /** PDUs that wait to be looked at. */
    public long waiting(int commandId) {
        return received.stream().filter(pdu -> pdu.getCommandId() == commandId).count();
    }
}
