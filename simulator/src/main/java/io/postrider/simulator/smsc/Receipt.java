package io.postrider.simulator.smsc;

import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/** How a part ended, in the words of SMPP 3.4 Appendix B and as optional parameters. */
record Receipt(Part part, long doneAt) implements Delivery {
    private static final byte RECEIPT = 0x04;
    private static final byte INTERNATIONAL = 1;
    private static final byte ISDN = 1;
    private static final int QUOTED = 20;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public DeliverSm pdu() {
        var pdu = new DeliverSm();
        pdu.setCommandId(SMPPConstant.CID_DELIVER_SM);
        pdu.setSourceAddrTon(INTERNATIONAL);
        pdu.setSourceAddrNpi(ISDN);
        pdu.setSourceAddr(Long.toString(part.message().person().phone()));
        pdu.setDestAddrTon(part.source().ton());
        pdu.setDestAddrNpi(part.source().npi());
        pdu.setDestAddress(part.source().address());
        pdu.setEsmClass(RECEIPT);
        pdu.setShortMessage(text().getBytes(StandardCharsets.ISO_8859_1));
        pdu.setOptionalParameters(parameters());
        return pdu;
    }

    private String text() {
        boolean delivered = part.end().number() == 2;
        return "id:" + part.id() + " sub:001 dlvrd:" + (delivered ? "001" : "000")
                + " submit date:" + date(part.acceptedAt())
                + " done date:" + date(doneAt)
                + " stat:" + part.end().word()
                + " err:" + part.end().error()
                + " text:" + quoted(part.message().text());
    }

    private static String date(long millis) {
        return DATE.format(Instant.ofEpochMilli(millis));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(QUOTED);
        for (int i = 0; i < Math.min(QUOTED, text.length()); i++) {
            char character = text.charAt(i);
            quoted.append(character >= ' ' && character < 0x7F ? character : '?');
        }
        return quoted.toString();
    }

    private OptionalParameter[] parameters() {
        OptionalParameter id = Tlvs.ofString(Tlvs.RECEIPTED_MESSAGE_ID, Long.toString(part.id()));
        OptionalParameter state = Tlvs.of(Tlvs.MESSAGE_STATE, (byte) part.end().number());
        int reference = part.userReference();
        return reference < 0
                ? new OptionalParameter[] {id, state}
                : new OptionalParameter[] {
                    id, state, Tlvs.of(Tlvs.USER_MESSAGE_REFERENCE, (byte) (reference >>> 8), (byte) reference)
                };
    }

    @Override
    public void settled(boolean taken) {
        part.round().countReceipt(taken);
        if (taken) {
            part.message().receiptAcknowledged();
        }
    }
}
