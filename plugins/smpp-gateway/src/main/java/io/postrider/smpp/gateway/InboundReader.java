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
    private final Reassembly reassembly = new Reassembly();
    private final Clock clock;

    InboundReader(SmppSettings.Texts settings, Clock clock) {
        this.receipts = new ReceiptReader(settings);
        this.texts = new IncomingText(settings.alphabet());
        this.clock = clock;
    }

    /** What came; null for a part of a message whose other parts are still missing. */
    @Nullable Inbound read(AbstractSmCommand pdu, long nowNanos) {
        byte[] octets = octets(pdu);
        Inbound.Receipt receipt = receipts.read(pdu, octets);
        return receipt == null ? reply(pdu, octets, nowNanos) : receipt;
    }

    /** Messages whose other parts did not come in time, as far as they came. */
    List<Inbound> incomplete(long nowNanos) {
        return reassembly.expire(nowNanos).stream().<Inbound>map(this::reply).toList();
    }

    private @Nullable Inbound reply(AbstractSmCommand pdu, byte[] octets, long nowNanos) {
        Fragment fragment = Fragment.of(pdu, octets);
        String from = Address.phone(pdu.getSourceAddr());
        String to = Address.phone(pdu.getDestAddress());
        String text = texts.decode(pdu.getDataCoding(), fragment.text());
        Reassembly.Joined joined = fragment.isWhole()
                ? new Reassembly.Joined(from, to, text)
                : reassembly.add(from, to, fragment, text, nowNanos);
        return joined == null ? null : reply(joined);
    }

    private Inbound.Reply reply(Reassembly.Joined joined) {
        return new Inbound.Reply(joined.from(), joined.to(), joined.text(), clock.instant());
    }

    private static byte[] octets(AbstractSmCommand pdu) {
        if (pdu instanceof MessageRequest message && message.getShortMessage().length > 0) {
            return message.getShortMessage();
        }
        byte[] payload = Tlvs.value(pdu, Tlvs.MESSAGE_PAYLOAD);
        return payload == null ? NOTHING : payload;
    }
}
