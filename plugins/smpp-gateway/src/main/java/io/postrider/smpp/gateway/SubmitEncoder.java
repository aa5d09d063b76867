package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.Submission;
import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;

/** One part of a message as a submit_sm (SMPP 3.4 section 4.4.1). */
final class SubmitEncoder {
    private static final int LONGEST_SHORT_MESSAGE = 254;
    private static final byte UDH_INDICATOR = 0x40;
    private static final byte UCS2 = 8;
    private static final OptionalParameter[] NONE = {};

    private final SmppSettings.Addresses addresses;
    private final SmppSettings.Texts texts;
    private final Clock clock;

    SubmitEncoder(SmppSettings settings, Clock clock) {
        this.addresses = settings.addresses();
        this.texts = settings.texts();
        this.clock = clock;
    }

    /** The PDU without sequence number; null if the text cannot be said in the operator's alphabet or is too long. */
    @Nullable SubmitSm encode(Outgoing message) {
        byte[] text = shortMessage(message);
        if (text == null || text.length > LONGEST_SHORT_MESSAGE) {
            return null;
        }
        Submission submission = message.submission();
        var pdu = new SubmitSm();
        pdu.setCommandId(SMPPConstant.CID_SUBMIT_SM);
        addresses(pdu, submission);
        pdu.setEsmClass(submission.parts().size() > 1 ? UDH_INDICATOR : 0);
        pdu.setValidityPeriod(validity(submission));
        pdu.setRegisteredDelivery((byte) (submission.receipt() ? 1 : 0));
        pdu.setDataCoding(submission.encoding() == Encoding.UCS2 ? UCS2 : 0);
        pdu.setShortMessage(text);
        pdu.setOptionalParameters(reference(submission));
        return pdu;
    }

    private void addresses(SubmitSm pdu, Submission submission) {
        Address from = Address.of(submission.from(), addresses.sourceTon(), addresses.sourceNpi());
        pdu.setSourceAddrTon(from.ton());
        pdu.setSourceAddrNpi(from.npi());
        pdu.setSourceAddr(from.digits());
        Address to = Address.of(submission.to(), addresses.destinationTon(), addresses.destinationNpi());
        pdu.setDestAddrTon(to.ton());
        pdu.setDestAddrNpi(to.npi());
        pdu.setDestAddress(to.digits());
    }

    private byte @Nullable [] shortMessage(Outgoing message) {
        Submission submission = message.submission();
        String part = submission.parts().get(message.part());
        byte[] text = submission.encoding() == Encoding.UCS2
                ? part.getBytes(StandardCharsets.UTF_16BE)
                : texts.alphabet().encode(part);
        int total = submission.parts().size();
        if (text == null || total == 1) {
            return text;
        }
        byte[] header = Concatenation.header(message.reference(), total, message.part() + 1);
        byte[] both = new byte[header.length + text.length];
        System.arraycopy(header, 0, both, 0, header.length);
        System.arraycopy(text, 0, both, header.length, text.length);
        return both;
    }

    private String validity(Submission submission) {
        Instant expires = submission.expires();
        Duration left = expires == null ? texts.validity() : Duration.between(clock.instant(), expires);
        return left.isZero() ? "" : RelativeTime.format(left);
    }

    private OptionalParameter[] reference(Submission submission) {
        if (!texts.reference()) {
            return NONE;
        }
        long token = submission.token();
        return new OptionalParameter[] {Tlvs.of(Tlvs.USER_MESSAGE_REFERENCE, (byte) (token >>> 8), (byte) token)};
    }
}
