package io.postrider.simulator.smsc;

import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Frame;
import io.postrider.smpp.wire.SmppConnection;
import io.postrider.smpp.wire.SmppHandler;
import io.postrider.smpp.wire.Tlvs;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.BindResp;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection and what it may do there (SMPP 3.4 section 2.2). */
public final class Session implements SmppHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final long BIND_MILLIS = 10_000;
    private static final long SILENCE_MILLIS = 60_000;
    private static final long ANSWER_MILLIS = 10_000;
    private static final int VERSION_3_4 = 0x34;

    private final SmppConnection connection;
    private final Exchange exchange;
    private State state = State.OPEN;
    private long heardAt;
    private long octetsHeard;
    private boolean asked;
    private boolean drainAwaited;

    private enum State {
        OPEN,
        TRANSMITTER,
        RECEIVER,
        TRANSCEIVER,
        UNBOUND
    }

    /** A client has connected. */
    public Session(SmppConnection connection, Exchange exchange) {
        this.connection = connection;
        this.exchange = exchange;
        this.heardAt = exchange.now();
        exchange.opened(this);
        connection.handle(this);
    }

    boolean isBound() {
        return state == State.TRANSMITTER || receives();
    }

    private boolean receives() {
        return state == State.RECEIVER || state == State.TRANSCEIVER;
    }

    /** Sends a response. */
    void send(Command response) {
        connection.send(response);
    }

    /** Whether the client reads what it gets; if not, it is not read from either until it does. */
    boolean canTakeMore() {
        if (!connection.writeQueueFull()) {
            return true;
        }
        if (!drainAwaited) {
            drainAwaited = true;
            connection.pause();
            connection.onDrained(this::drained);
        }
        return false;
    }

    private void drained() {
        drainAwaited = false;
        connection.resume();
        exchange.mailbox().pump();
    }

    /** Sends a deliver_sm and says its sequence number. */
    int deliver(DeliverSm pdu) {
        int sequence = connection.nextSequence();
        pdu.setSequenceNumber(sequence);
        connection.send(pdu);
        return sequence;
    }

    /** Looks every second after a client that never binds or has fallen silent. */
    void look() {
        long now = exchange.now();
        if (connection.octetsReceived() != octetsHeard) {
            octetsHeard = connection.octetsReceived();
            heardAt = now;
            asked = false;
        }
        long silent = now - heardAt;
        if ((!isBound() && silent > BIND_MILLIS) || silent > SILENCE_MILLIS + ANSWER_MILLIS) {
            close();
        } else if (silent > SILENCE_MILLIS && !asked) {
            asked = true;
            connection.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, connection.nextSequence()));
        }
    }

    @Override
    public void received(Command pdu) {
        switch (pdu.getCommandId()) {
            case SMPPConstant.CID_SUBMIT_SM -> submit((SubmitSm) pdu);
            case SMPPConstant.CID_DELIVER_SM_RESP, SMPPConstant.CID_GENERIC_NACK ->
                exchange.mailbox().answered(this, pdu.getSequenceNumber(), answer(pdu));
            case SMPPConstant.CID_ENQUIRE_LINK -> connection.send(CommandIds.answer(pdu, SMPPConstant.STAT_ESME_ROK));
            case SMPPConstant.CID_BIND_RECEIVER, SMPPConstant.CID_BIND_TRANSMITTER, SMPPConstant.CID_BIND_TRANSCEIVER ->
                bind((Bind) pdu);
            case SMPPConstant.CID_UNBIND -> unbind(pdu);
            default -> other(pdu);
        }
    }

    private void submit(SubmitSm pdu) {
        exchange.countPdu();
        if (state == State.TRANSMITTER || state == State.TRANSCEIVER) {
            exchange.submit(this, pdu);
        } else {
            exchange.refuse(this, pdu, SMPPConstant.STAT_ESME_RINVBNDSTS);
        }
    }

    /** Anything else is not for this side or not known here. */
    private void other(Command pdu) {
        if (CommandIds.isResponse(pdu.getCommandId())) {
            return;
        }
        Command answer = CommandIds.answer(pdu, SMPPConstant.STAT_ESME_RINVCMDID);
        if (!CommandIds.hasResponse(pdu.getCommandId())) {
            answer.setCommandId(SMPPConstant.CID_GENERIC_NACK);
        }
        connection.send(answer);
    }

    private static Mailbox.Answer answer(Command response) {
        return switch (response.getCommandStatus()) {
            case SMPPConstant.STAT_ESME_ROK -> Mailbox.Answer.TAKEN;
            case SMPPConstant.STAT_ESME_RX_P_APPN, SMPPConstant.STAT_ESME_RX_R_APPN -> Mailbox.Answer.NEVER;
            default -> Mailbox.Answer.LATER;
        };
    }

    private void bind(Bind bind) {
        int status = judge(bind);
        connection.send(bindResponse(bind, status));
        if (status == SMPPConstant.STAT_ESME_ROK) {
            state = switch (bind.getCommandId()) {
                case SMPPConstant.CID_BIND_TRANSMITTER -> State.TRANSMITTER;
                case SMPPConstant.CID_BIND_RECEIVER -> State.RECEIVER;
                default -> State.TRANSCEIVER;
            };
            if (receives()) {
                exchange.mailbox().attach(this);
            }
        } else if (status != SMPPConstant.STAT_ESME_RALYBND) {
            close();
        }
    }

    private int judge(Bind bind) {
        if (isBound()) {
            return SMPPConstant.STAT_ESME_RALYBND;
        }
        if (!bind.getSystemId().equals(exchange.settings().account())) {
            return SMPPConstant.STAT_ESME_RBINDFAIL;
        }
        return bind.getPassword().equals(exchange.settings().password())
                ? SMPPConstant.STAT_ESME_ROK
                : SMPPConstant.STAT_ESME_RINVPASWD;
    }

    private static BindResp bindResponse(Bind bind, int status) {
        var response = new BindResp();
        response.setCommandId(CommandIds.responseOf(bind.getCommandId()));
        response.setCommandStatus(status);
        response.setSequenceNumber(bind.getSequenceNumber());
        response.setSystemId("simulator");
        if (status == SMPPConstant.STAT_ESME_ROK && (bind.getInterfaceVersion() & 0xFF) >= VERSION_3_4) {
            response.setOptionalParameters(
                    new OptionalParameter[] {Tlvs.of(Tlvs.SC_INTERFACE_VERSION, (byte) VERSION_3_4)});
        }
        return response;
    }

    private void unbind(Command pdu) {
        connection.send(CommandIds.answer(pdu, SMPPConstant.STAT_ESME_ROK));
        state = State.UNBOUND;
        exchange.mailbox().detach(this);
        close();
    }

    @Override
    public void malformed(Frame.Malformed frame) {
        if (frame.commandId() == SMPPConstant.CID_SUBMIT_SM) {
            exchange.countPdu();
            exchange.countRefused();
        }
        Command answer = frame.answer();
        if (answer != null) {
            connection.send(answer);
        }
        if (frame.fatal()) {
            close();
        }
    }

    @Override
    public void readEnded() {
        if (canTakeMore()) {
            exchange.mailbox().pump();
        }
    }

    @Override
    public void closed() {
        state = State.UNBOUND;
        exchange.closed(this);
    }

    private void close() {
        connection.close().onFailure(problem -> LOG.debug("A connection was gone already", problem));
    }
}
