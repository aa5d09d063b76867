package io.postrider.simulator.smsc;

import io.postrider.simulator.text.Phrase;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.DeliverSm;

/** A part of what a person wrote: a message from a handset to the client. */
record Reply(String from, String to, Phrase phrase, Round round) implements Delivery {
    private static final byte INTERNATIONAL = 1;
    private static final byte ISDN = 1;

    @Override
    public AbstractSmCommand pdu() {
        var pdu = new DeliverSm();
        pdu.setCommandId(SMPPConstant.CID_DELIVER_SM);
        pdu.setSourceAddrTon(INTERNATIONAL);
        pdu.setSourceAddrNpi(ISDN);
        pdu.setSourceAddr(from);
        pdu.setDestAddress(to);
        phrase.write(pdu);
        return pdu;
    }

    @Override
    public void settled(boolean taken) {
        if (taken) {
            round.countReply();
        }
    }
}
