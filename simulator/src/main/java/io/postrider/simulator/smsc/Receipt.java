package io.postrider.simulator.smsc;

import io.postrider.simulator.behaviour.Dialect;
import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.Origin;
import io.postrider.simulator.people.Part;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of a part, in words and as optional parameters.
 *
 * @param part the part
 * @param end how it ended, or that it is on its way
 * @param at when, in milliseconds since 1970
 * @param dialect how it is said
 * @param counted where it is counted when it is acknowledged; null for what is no receipt of the end, or one too many
 */
record Receipt(
        Part part,
        MessageEnd end,
        long at,
        Dialect dialect,
        @Nullable Round counted) implements Delivery {
    private static final byte INTERNATIONAL = 1;
    private static final byte ISDN = 1;
    private static final byte INTERMEDIATE = 0x20;
    private static final byte GSM = 3;
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,5}");

    @Override
    public AbstractSmCommand pdu() {
        String id = ReceiptText.id(part.id(), dialect.receiptId());
        byte[] text = ReceiptText.of(part, id, end, at, dialect).getBytes(StandardCharsets.ISO_8859_1);
        return switch (dialect.carrier()) {
            case deliver_sm -> addressed(deliverSm(text), id, null);
            case payload -> addressed(deliverSm(new byte[0]), id, text);
            case data_sm -> {
                var pdu = new DataSm();
                pdu.setCommandId(SMPPConstant.CID_DATA_SM);
                yield addressed(pdu, id, text);
            }
        };
    }

    private static DeliverSm deliverSm(byte[] text) {
        var pdu = new DeliverSm();
        pdu.setCommandId(SMPPConstant.CID_DELIVER_SM);
        pdu.setShortMessage(text);
        return pdu;
    }

    private AbstractSmCommand addressed(AbstractSmCommand pdu, String id, byte @Nullable [] payload) {
        Origin origin = part.origin();
        pdu.setSourceAddrTon(INTERNATIONAL);
        pdu.setSourceAddrNpi(ISDN);
        pdu.setSourceAddr(origin.to());
        pdu.setDestAddrTon(origin.ton());
        pdu.setDestAddrNpi(origin.npi());
        pdu.setDestAddress(origin.from());
        pdu.setEsmClass(end == MessageEnd.NEVER ? INTERMEDIATE : (byte) dialect.esmClass());
        pdu.setOptionalParameters(parameters(id, payload));
        return pdu;
    }

    private OptionalParameter[] parameters(String id, byte @Nullable [] payload) {
        List<OptionalParameter> parameters = new ArrayList<>(4);
        if (dialect.tlvs()) {
            parameters.add(Tlvs.ofString(Tlvs.RECEIPTED_MESSAGE_ID, id));
            parameters.add(Tlvs.of(Tlvs.MESSAGE_STATE, (byte) end.number()));
            if (end != MessageEnd.DELIVERED && end != MessageEnd.NEVER) {
                parameters.add(networkError());
            }
        }
        int reference = part.origin().userReference();
        if (reference >= 0) {
            parameters.add(Tlvs.of(Tlvs.USER_MESSAGE_REFERENCE, (byte) (reference >>> 8), (byte) reference));
        }
        if (payload != null && payload.length > 0) {
            parameters.add(Tlvs.of(Tlvs.MESSAGE_PAYLOAD, payload));
        }
        return parameters.toArray(new OptionalParameter[0]);
    }

    /** network_error_code (SMPP 3.4 section 5.3.2.31): the network GSM, and the error as a number if it is one. */
    private OptionalParameter networkError() {
        String digits = part.error(end);
        int code = SHORT_NUMBER.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        return Tlvs.of(Tlvs.NETWORK_ERROR_CODE, GSM, (byte) (code >>> 8), (byte) code);
    }

    @Override
    public ReceivedMessage message() {
        return part.message();
    }

    @Override
    public void settled(boolean taken) {
        if (counted == null) {
            return;
        }
        counted.countReceipt(taken);
        if (taken) {
            part.message().receiptAcknowledged();
        }
    }
}
