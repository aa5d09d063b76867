package io.postrider.simulator.smsc;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;

/** State of a session (SMPP 3.4 section 2.2). */
enum BindState {
    OPEN,
    TRANSMITTER,
    RECEIVER,
    TRANSCEIVER,
    UNBOUND;

    /** The state that a bind leads to. */
    static BindState of(Bind bind) {
        return switch (bind.getCommandId()) {
            case SMPPConstant.CID_BIND_TRANSMITTER -> TRANSMITTER;
            case SMPPConstant.CID_BIND_RECEIVER -> RECEIVER;
            default -> TRANSCEIVER;
        };
    }

    boolean isBound() {
        return transmits() || receives();
    }

    boolean transmits() {
        return this == TRANSMITTER || this == TRANSCEIVER;
    }

    boolean receives() {
        return this == RECEIVER || this == TRANSCEIVER;
    }
}
