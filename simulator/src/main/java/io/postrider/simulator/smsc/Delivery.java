package io.postrider.simulator.smsc;

import org.jsmpp.bean.DeliverSm;

/** What a client has to acknowledge: a receipt or a reply. */
interface Delivery {
    /** A new deliver_sm that says it, without sequence number. */
    DeliverSm pdu();

    /** The client took it, or said that it never wants it. */
    void settled(boolean taken);
}
