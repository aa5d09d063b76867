package io.postrider.simulator.smsc;

import io.postrider.simulator.people.ReceivedMessage;
import org.jsmpp.bean.AbstractSmCommand;
import org.jspecify.annotations.Nullable;

/** Something for a client: a receipt or a person's reply. */
interface Delivery {
    /** The deliver_sm or data_sm, made anew each time it is sent. */
    AbstractSmCommand pdu();

    /** A client has answered it for good: taken, or never wanted. */
    void settled(boolean taken);

    /** The message it is about; null for a reply. */
    default @Nullable ReceivedMessage message() {
        return null;
    }
}
