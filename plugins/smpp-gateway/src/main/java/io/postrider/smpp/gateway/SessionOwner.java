package io.postrider.smpp.gateway;

import io.postrider.smpp.wire.SmppConnection;
import org.jsmpp.bean.AbstractSmCommand;

/** Who is told what happens on a session. Called on the event loop. */
interface SessionOwner {
    void bound(Session session);

    /** A submit was answered and its place in the window is free. */
    void answered(Session session, Outgoing message, int status, String operatorId);

    /** A submit was answered after {@link #unanswered}. */
    void answeredLate(Outgoing message, int status, String operatorId);

    /** Nobody knows whether the submit was taken. */
    void unanswered(Outgoing message, String reason);

    /** A deliver_sm or data_sm came, to be answered on this connection. */
    void received(SmppConnection connection, AbstractSmCommand pdu);

    void ended(Session session, Ending ending);

    /** All that came in one read was handed over. */
    void turnEnded();
}
