package io.postrider.simulator.smsc;

import io.postrider.simulator.text.PhraseWriter;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;

/** What a person wrote back: a message from a handset to the client. */
record Reply(String from, String to, String text) implements Delivery {
    private static final byte INTERNATIONAL = 1;
    private static final byte ISDN = 1;

    @Override
    public DeliverSm pdu() {
        var pdu = new DeliverSm();
        pdu.setCommandId(SMPPConstant.CID_DELIVER_SM);
        pdu.setSourceAddrTon(INTERNATIONAL);
        pdu.setSourceAddrNpi(ISDN);
        pdu.setSourceAddr(from);
        pdu.setDestAddress(to);
        PhraseWriter.write(text, pdu);
        return pdu;
    }

    @Override
    public void settled(boolean taken) {
        // nobody counts replies
    }
}
