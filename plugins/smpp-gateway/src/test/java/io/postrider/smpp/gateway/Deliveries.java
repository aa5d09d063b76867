package io.postrider.smpp.gateway;

import java.nio.charset.StandardCharsets;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/** What operators deliver. */
final class Deliveries {
    static final String PHONE = "79161000001";
    static final String SENDER = "Shop";

    private Deliveries() {}

    /** A receipt with this text. */
    static DeliverSm receipt(int sequence, String text, OptionalParameter... parameters) {
        return deliver(sequence, 4, 0, text.getBytes(StandardCharsets.ISO_8859_1), parameters);
    }

    /** A receipt as data_sm. */
    static DataSm data(int sequence, OptionalParameter... parameters) {
        var pdu = new DataSm();
        pdu.setCommandId(SMPPConstant.CID_DATA_SM);
        pdu.setSequenceNumber(sequence);
        pdu.setSourceAddr(PHONE);
        pdu.setDestAddress(SENDER);
        pdu.setEsmClass((byte) 4);
        pdu.setOptionalParameters(parameters);
        return pdu;
    }

    static DeliverSm deliver(
            int sequence, int esmClass, int dataCoding, byte[] octets, OptionalParameter... parameters) {
        var pdu = new DeliverSm();
        pdu.setCommandId(SMPPConstant.CID_DELIVER_SM);
        pdu.setSequenceNumber(sequence);
        pdu.setSourceAddrTon((byte) 1);
        pdu.setSourceAddrNpi((byte) 1);
        pdu.setSourceAddr(PHONE);
        pdu.setDestAddress(SENDER);
        pdu.setEsmClass((byte) esmClass);
        pdu.setDataCoding((byte) dataCoding);
        pdu.setShortMessage(octets);
        pdu.setOptionalParameters(parameters);
        return pdu;
    }
}
