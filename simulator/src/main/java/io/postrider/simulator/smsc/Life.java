package io.postrider.simulator.smsc;

import io.postrider.simulator.Timers;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.SmppConnection;
import org.jsmpp.SMPPConstant;

/** The timers of one session (SMPP 3.4 section 7.2): a client that never binds, falls silent or stops inside a PDU. */
public final class Life {
    /** So long the client may close by itself after its unbind; some lose the answer when the end comes with it. */
    private static final long UNBOUND_MILLIS = 1_000;

    private final SmppConnection connection;
    private final Exchange exchange;
    private final long openedAt;
    private long boundAt;
    private long unboundAt;
    private long heardAt;
    private long octetsHeard;
    private boolean asked;

    Life(SmppConnection connection, Exchange exchange) {
        this.connection = connection;
        this.exchange = exchange;
        this.openedAt = exchange.now();
        this.heardAt = openedAt;
    }

    void bound() {
        boundAt = exchange.now();
    }

    void unbound() {
        unboundAt = exchange.now();
    }

    /** Whether it has to be closed; asks a silent client once whether it lives. */
    boolean isOver(boolean isBound) {
        Timers timers = exchange.settings().timers();
        long now = exchange.now();
        if (connection.octetsReceived() != octetsHeard) {
            octetsHeard = connection.octetsReceived();
            heardAt = now;
            asked = false;
        }
        if (unboundAt > 0 && now - unboundAt > UNBOUND_MILLIS) {
            return true;
        }
        long silent = now - heardAt;
        if (!isBound && now - openedAt > timers.sessionInit().toMillis()) {
            return true;
        }
        if (connection.isMidFrame() && silent > timers.frame().toMillis()) {
            return true;
        }
        long patience = timers.enquireLink().toMillis();
        if (silent > patience && !asked && isBound) {
            asked = true;
            connection.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, connection.nextSequence()));
        }
        return silent > patience + timers.response().toMillis();
    }

    /** When the connection began, in milliseconds since 1970. */
    public long openedAt() {
        return openedAt;
    }

    /** When it was bound, in milliseconds since 1970; 0 before. */
    public long boundAt() {
        return boundAt;
    }

    /** When something came last, in milliseconds since 1970, as of the last look. */
    public long heardAt() {
        return heardAt;
    }
}
