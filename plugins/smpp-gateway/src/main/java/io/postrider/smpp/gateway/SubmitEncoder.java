package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.Submission;
import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;

/** One piece of a message as a submit_sm (SMPP 3.4 section 4.4.1). */
final class SubmitEncoder {
    private static final int LONGEST_SHORT_MESSAGE = 254;
    private static final byte UDH_INDICATOR = 0x40;
    private static final OptionalParameter[] NONE = {};
    private static final byte[] EMPTY = {};

    private final SmppSettings.Addresses addresses;
    private final SmppSettings.Texts texts;
    private final SmppSettings.Fields fields;
    private final Clock clock;
    /** Most messages come from the caller ID of the one before. */
    private String lastFrom = "";

    private Address lastSource;

    SubmitEncoder(SmppSettings settings, Clock clock) {
        this.addresses = settings.addresses();
        this.texts = settings.texts();
        this.fields = settings.fields();
        this.clock = clock;
        this.lastSource = addresses.source(lastFrom);
    }

    /** The PDU without sequence number; null if the text cannot be said in the operator's alphabet or is too long. */
    @Nullable SubmitSm encode(Outgoing message) {
        Submission submission = message.submission();
        Pieces pieces = message.pieces();
        byte[] text = text(pieces.texts().get(message.part()), submission.encoding());
        if (text == null) {
            return null;
        }
        int total = pieces.texts().size();
        int number = message.part() + 1;
        boolean payload =
                pieces.style() == LongStyle.PAYLOAD && submission.parts().size() > 1;
        boolean header = total > 1 && (pieces.style() == LongStyle.UDH8 || pieces.style() == LongStyle.UDH16);
        byte[] octets = header ? withHeader(pieces.style(), message.reference(), total, number, text) : text;
        if (!payload && octets.length > LONGEST_SHORT_MESSAGE) {
            return null;
        }
        var pdu = new SubmitSm();
        pdu.setCommandId(SMPPConstant.CID_SUBMIT_SM);
        pdu.setServiceType(fields.serviceType());
        addresses(pdu, submission);
        pdu.setEsmClass(header ? UDH_INDICATOR : 0);
        pdu.setPriorityFlag(fields.priority());
        pdu.setValidityPeriod(fields.validityForm().format(submission.expires(), fields.validity(), clock));
        pdu.setRegisteredDelivery(submission.receipt() ? fields.registeredDelivery() : 0);
        pdu.setDataCoding(submission.encoding() == Encoding.UCS2 ? texts.ucs2Coding() : texts.gsm7Coding());
        pdu.setShortMessage(payload ? EMPTY : octets);
        pdu.setOptionalParameters(parameters(message, payload ? octets : null, total, number));
        return pdu;
    }

    private void addresses(SubmitSm pdu, Submission submission) {
        Address from = source(submission.from());
        pdu.setSourceAddrTon(from.ton());
        pdu.setSourceAddrNpi(from.npi());
        pdu.setSourceAddr(from.digits());
        Address to = addresses.destination(submission.to());
        pdu.setDestAddrTon(to.ton());
        pdu.setDestAddrNpi(to.npi());
        pdu.setDestAddress(to.digits());
    }

    private Address source(String from) {
        if (!from.equals(lastFrom)) {
            lastFrom = from;
            lastSource = addresses.source(from);
        }
        return lastSource;
    }

    private byte @Nullable [] text(String text, Encoding encoding) {
        if (encoding == Encoding.UCS2) {
            return text.getBytes(StandardCharsets.UTF_16BE);
        }
        return switch (texts.gsm7Coding()) {
            case 0 -> texts.alphabet().encode(text);
            case 1 -> plain(text, 0x7F);
            case 3 -> plain(text, 0xFF);
            default -> Gsm7.encode(text);
        };
    }

    private static byte @Nullable [] plain(String text, int last) {
        return text.chars().allMatch(c -> c <= last) ? text.getBytes(StandardCharsets.ISO_8859_1) : null;
    }

    private static byte[] withHeader(LongStyle style, int reference, int total, int number, byte[] text) {
        byte[] header = style == LongStyle.UDH8
                ? Concatenation.header8(reference, total, number)
                : Concatenation.header16(reference, total, number);
        byte[] both = new byte[header.length + text.length];
        System.arraycopy(header, 0, both, 0, header.length);
        System.arraycopy(text, 0, both, header.length, text.length);
        return both;
    }

    private OptionalParameter[] parameters(Outgoing message, byte @Nullable [] payload, int total, int number) {
        boolean sar = total > 1 && message.pieces().style() == LongStyle.SAR;
        if (payload == null && !sar && !fields.reference() && fields.extra().isEmpty()) {
            return NONE;
        }
        List<OptionalParameter> all = new ArrayList<>(fields.extra());
        if (fields.reference()) {
            long token = message.token();
            all.add(Tlvs.of(Tlvs.USER_MESSAGE_REFERENCE, (byte) (token >>> 8), (byte) token));
        }
        if (sar) {
            all.addAll(Concatenation.parameters(message.reference(), total, number));
        }
        if (payload != null) {
            all.add(Tlvs.of(Tlvs.MESSAGE_PAYLOAD, payload));
        }
        return all.toArray(NONE);
    }
}
