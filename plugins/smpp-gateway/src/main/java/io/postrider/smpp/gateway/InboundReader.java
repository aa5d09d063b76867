package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Inbound;
import io.postrider.smpp.wire.Tlvs;
import java.time.Clock;
import java.util.List;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.MessageRequest;
import org.jspecify.annotations.Nullable;

/** deliver_sm and data_sm as receipts and replies. */
final class InboundReader {
    private static final byte[] NOTHING = {};

    private final ReceiptReader receipts;
    private final IncomingText texts;
    private final Reassembly reassembly;
    private final Clock clock;

    /**
     * Something for the host.
     *
     * @param joined the parts that it was made of; null if it came whole
     */
    record Letter(Inbound inbound, Reassembly.@Nullable Joined joined) {}

    InboundReader(SmppSettings settings, Clock clock) {
        this.receipts = new ReceiptReader(settings.receipts());
        this.texts = new IncomingText(settings.texts().alphabet());
        this.reassembly = new Reassembly(settings.receipts().replyTimeout());
        this.clock = clock;
    }

    /** What came; null for a part of a message whose other parts are still missing, or which was complete before. */
    @Nullable Letter read(AbstractSmCommand pdu, long nowNanos) {
        byte[] octets = octets(pdu);
        Inbound.Receipt receipt = receipts.read(pdu, octets);
        return receipt == null ? reply(pdu, octets, nowNanos) : new Letter(receipt, null);
    }

    /** Messages whose other parts did not come in time, as far as they came. */
    List<Letter> incomplete(long nowNanos) {
        return reassembly.expire(nowNanos).stream().map(this::letter).toList();
    }

    /** Whether so many incomplete messages wait that {@link #incomplete} must be asked now. */
    boolean isOverfull() {
        return reassembly.isOverfull();
    }

    /** Keeps the parts of what could not be stored: the operator will bring at most the last of them once more. */
    void putBack(Letter letter, long nowNanos) {
        if (letter.joined() != null) {
            reassembly.putBack(letter.joined(), nowNanos);
        }
    }

    private @Nullable Letter reply(AbstractSmCommand pdu, byte[] octets, long nowNanos) {
        Fragment fragment = Fragment.of(pdu, octets);
        String from = Address.phone(pdu.getSourceAddr());
        String to = Address.phone(pdu.getDestAddress());
        if (fragment.isWhole()) {
            String text = texts.decode(pdu.getDataCoding(), fragment.text());
            return new Letter(new Inbound.Reply(from, to, text, clock.instant()), null);
        }
        Reassembly.Joined joined = reassembly.add(from, to, fragment, pdu.getDataCoding(), nowNanos);
        return joined == null ? null : letter(joined);
    }

    private Letter letter(Reassembly.Joined joined) {
        var reply = new Inbound.Reply(joined.from(), joined.to(), joined.text(texts), clock.instant());
        return new Letter(reply, joined);
    }

    private static byte[] octets(AbstractSmCommand pdu) {
        if (pdu instanceof MessageRequest message && message.getShortMessage().length > 0) {
            return message.getShortMessage();
        }
        byte[] payload = Tlvs.value(pdu, Tlvs.MESSAGE_PAYLOAD);
        return payload == null ? NOTHING : payload;
    }
}
