package io.postrider.smpp.wire;

import org.jsmpp.bean.Command;

/** What one side does with what it receives. Called on the connection's event loop. */
public interface SmppHandler {
    /** A PDU came. Whatever is sent from here leaves at the end of the read event at the latest. */
    void received(Command pdu);

    /** A frame came that is no PDU; {@link Frame.Malformed#answer} is what the protocol says to send. */
    void malformed(Frame.Malformed frame);

    /** All that came in one read event was handed over: the place to pass on what was collected. */
    default void readEnded() {}

    /** The connection is gone, whoever closed it. Called once; nothing follows. */
    void closed();
}
