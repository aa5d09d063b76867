package io.postrider.simulator.smsc;

import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.PduTap;
import io.postrider.smpp.wire.SmppConnection;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.Command;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection and what it may do there (SMPP 3.4 section 2.2). */
public final class Session implements PduTap {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final int number;
    private final SmppConnection connection;
    private final Exchange exchange;
    private final boolean tls;
    private final SessionCounts counts = new SessionCounts();
    private final Life life;
    private final Brake brake = new Brake();
    private BindState state = BindState.OPEN;
    private @Nullable Client client;
    private @Nullable Bind bound;
    private boolean drainAwaited;
    private boolean braked;
    private boolean unbinding;
    private long lastPdu;

    /** A client has connected, or was connected to. */
    public Session(SmppConnection connection, Exchange exchange, boolean tls) {
        this.number = exchange.opened(this);
        this.connection = connection;
        this.exchange = exchange;
        this.tls = tls;
        this.life = new Life(connection, exchange);
        connection.tap(this);
        connection.handle(new Protocol(this, exchange));
    }

    BindState state() {
        return state;
    }

    @Nullable Client client() {
        return client;
    }

    /** It is bound from now on. */
    void begin(Bind bind, BindState kind, Client newClient) {
        state = kind;
        client = newClient;
        bound = bind;
        life.bound();
        newClient.bound(this, kind.receives());
    }

    /** Sends a PDU, unless a fault keeps the operator silent. */
    void send(Command pdu) {
        if (!exchange.isSilent()) {
            connection.send(pdu);
        }
    }

    /** Sends octets as they are. */
    void sendRaw(Buffer octets) {
        connection.sendRaw(octets);
    }

    /** Answers a submit: it is counted, and the client may send one more. */
    void answer(Command response) {
        counts.answered(response.getCommandStatus() == SMPPConstant.STAT_ESME_ROK);
        send(response);
    }

    /** Whether the client reads what it gets; if not, it is not read from either until it does. */
    boolean canTakeMore() {
        if (unbinding || exchange.isSilent()) {
            return false;
        }
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
        if (!braked) {
            connection.resume();
        }
        if (client != null) {
            client.mailbox().pump();
        }
    }

    /** Sends a deliver_sm or data_sm and says its sequence number. */
    int deliver(AbstractSmCommand pdu) {
        int sequence = connection.nextSequence();
        pdu.setSequenceNumber(sequence);
        if (bound != null && !Binder.takesParameters(bound)) {
            pdu.setOptionalParameters();
        }
        counts.receipt();
        connection.send(pdu);
        return sequence;
    }

    /** Looks several times a second after a client that never binds, has fallen silent or is read slowly. */
    void look() {
        slowDown();
        if (!life.isOver(state.isBound())) {
            return;
        }
        close();
    }

    private void slowDown() {
        boolean hold = brake.holds(
                connection.octetsReceived(), exchange.behaviour().faults().slowReader(), exchange.now());
        if (hold && !braked) {
            connection.pause();
        } else if (!hold && braked && !drainAwaited) {
            connection.resume();
        }
        braked = hold;
    }

    /** It is not bound any more. */
    void leave() {
        state = BindState.UNBOUND;
        life.unbound();
        if (client != null) {
            client.unbound(this);
        }
    }

    @Override
    public void received(byte[] octets, int offset, int length) {
        lastPdu = exchange.pdus().add(number, true, octets, offset, length, exchange.now());
    }

    @Override
    public void sent(byte[] octets, int offset, int length) {
        exchange.pdus().add(number, false, octets, offset, length, exchange.now());
    }

    /** Number in the log of the PDU that came last. */
    long lastPdu() {
        return lastPdu;
    }

    void readEnded() {
        if (canTakeMore() && client != null) {
            client.mailbox().pump();
        }
        if (exchange.behaviour().faults().slowReader() > 0) {
            slowDown();
        }
    }

    void closed() {
        leave();
        exchange.closed(this);
    }

    /** Ends it in one of three ways: {@code close}, {@code reset} as a crash does, or {@code unbind}. */
    public void drop(String how) {
        switch (how) {
            case "reset" -> connection.abort();
            case "unbind" -> askToUnbind();
            default -> close();
        }
    }

    /** Delivers nothing more, and waits for the answer no longer than for any other. */
    private void askToUnbind() {
        unbinding = true;
        connection.send(CommandIds.request(SMPPConstant.CID_UNBIND, connection.nextSequence()));
        exchange.after(exchange.settings().timers().response().toMillis(), this::close);
    }

    /** The client has answered our unbind; without one, this means nothing. */
    void unbindAnswered() {
        if (unbinding) {
            leave();
            close();
        }
    }

    void close() {
        connection.close().onFailure(problem -> LOG.debug("A connection was gone already", problem));
    }

    /** Writes half of this and ends the connection. */
    void cut(Command response) {
        connection.sendRaw(Garbler.half(response));
        close();
    }

    /** Its number, from 1. */
    public int number() {
        return number;
    }

    /** open, transmitter, receiver, transceiver or unbound. */
    public String bindKind() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** What is counted for it. */
    public SessionCounts counts() {
        return counts;
    }

    /** When it began, was bound and was heard last. */
    public Life life() {
        return life;
    }

    /** The bind it was bound with; null before. */
    public @Nullable Bind bound() {
        return bound;
    }

    /** How many deliver_sm it has not answered. */
    public int receiptsUnanswered() {
        return client == null ? 0 : client.mailbox().unanswered(this);
    }

    /** Whether it is encrypted. */
    public boolean isTls() {
        return tls;
    }

    /** The connection under it, to be looked at. */
    public SmppConnection connection() {
        return connection;
    }
}
