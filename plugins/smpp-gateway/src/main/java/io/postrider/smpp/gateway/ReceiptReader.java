package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.smpp.wire.Tlvs;
import java.util.Locale;
import java.util.OptionalInt;
import org.jsmpp.bean.AbstractSmCommand;
import org.jspecify.annotations.Nullable;

/** Reads a receipt out of deliver_sm or data_sm: optional parameters win, the text fills what they leave open. */
final class ReceiptReader {
    private static final int TYPE_BITS = 0x3C;
    private static final int RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;

    private final OperatorIds ids;
    private final ReceiptDate dates;
    private final boolean textDecides;

    ReceiptReader(SmppSettings.Receipts settings) {
        this.ids = settings.ids();
        this.dates = new ReceiptDate(settings.zone());
        this.textDecides = settings.textDecides();
    }

    /** The receipt; null if the PDU is a message from a handset. */
    Inbound.@Nullable Receipt read(AbstractSmCommand pdu, byte[] octets) {
        int type = pdu.getEsmClass() & TYPE_BITS;
        boolean marked = type == RECEIPT || type == INTERMEDIATE || Tlvs.value(pdu, Tlvs.RECEIPTED_MESSAGE_ID) != null;
        if (!marked && type != 0) {
            return null;
        }
        String raw = IncomingText.decodeReceipt(pdu.getDataCoding(), octets);
        ReceiptText text = ReceiptText.parse(raw);
        return marked || text.isReceipt() ? receipt(pdu, raw, text) : null;
    }

    private Inbound.Receipt receipt(AbstractSmCommand pdu, String raw, ReceiptText text) {
        String id = Tlvs.string(pdu, Tlvs.RECEIPTED_MESSAGE_ID);
        OptionalInt reference = Tlvs.number(pdu, Tlvs.USER_MESSAGE_REFERENCE);
        return new Inbound.Receipt(
                ids.ofReceipt(id == null || id.isEmpty() ? text.id() : id),
                Address.phone(pdu.getSourceAddr()),
                pdu.getDestAddress(),
                state(pdu, text),
                code(pdu, text),
                dates.parse(text.doneDate()),
                raw,
                reference.isPresent() ? (long) reference.getAsInt() : null);
    }

    private ReceiptState state(AbstractSmCommand pdu, ReceiptText text) {
        OptionalInt said = Tlvs.number(pdu, Tlvs.MESSAGE_STATE);
        if (said.isPresent() && !(textDecides && !text.state().isEmpty())) {
            return ofNumber(said.getAsInt());
        }
        boolean intermediate = (pdu.getEsmClass() & TYPE_BITS) == INTERMEDIATE;
        return intermediate && text.state().isEmpty() ? ReceiptState.ENROUTE : ofWord(text.state());
    }

    private static ReceiptState ofNumber(int state) {
        return switch (state) {
            case 0, 1 -> ReceiptState.ENROUTE;
            case 2 -> ReceiptState.DELIVERED;
            case 3 -> ReceiptState.EXPIRED;
            case 4 -> ReceiptState.DELETED;
            case 5, 9 -> ReceiptState.UNDELIVERABLE;
            case 6 -> ReceiptState.ACCEPTED;
            case 8 -> ReceiptState.REJECTED;
            default -> ReceiptState.UNKNOWN;
        };
    }

    private static ReceiptState ofWord(String word) {
        String start = word.substring(0, Math.min(5, word.length())).toUpperCase(Locale.ROOT);
        return switch (start) {
            case "DELIV" -> ReceiptState.DELIVERED;
            case "EXPIR" -> ReceiptState.EXPIRED;
            case "DELET" -> ReceiptState.DELETED;
            case "UNDEL", "FAILE", "SKIPP" -> ReceiptState.UNDELIVERABLE;
            case "ACCEP", "ACKED" -> ReceiptState.ACCEPTED;
            case "REJEC" -> ReceiptState.REJECTED;
            case "ENROU", "BUFFR", "BUFFE", "SCHED" -> ReceiptState.ENROUTE;
            case "ДОСТА" -> ReceiptState.DELIVERED;
            case "НЕДОС" -> ReceiptState.UNDELIVERABLE;
            case "ПРОСР", "ИСТЕК" -> ReceiptState.EXPIRED;
            case "УДАЛЕ" -> ReceiptState.DELETED;
            case "ОТКЛО", "ОТВЕР" -> ReceiptState.REJECTED;
            case "ПРИНЯ" -> ReceiptState.ACCEPTED;
            case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" -> ofNumber(start.charAt(0) - '0');
            default -> ReceiptState.UNKNOWN;
        };
    }

    private static String code(AbstractSmCommand pdu, ReceiptText text) {
        byte[] network = Tlvs.value(pdu, Tlvs.NETWORK_ERROR_CODE);
        int code = network == null || network.length != 3 ? 0 : (network[1] & 0xFF) << 8 | (network[2] & 0xFF);
        if (network == null || code == 0) {
            return text.error();
        }
        // operators write the same number in the text, and people know it in that form
        return isNumber(text.error(), code) ? text.error() : (network[0] & 0xFF) + ":" + code;
    }

    private static boolean isNumber(String text, int number) {
        return text.length() <= 5
                && !text.isEmpty()
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(text) == number;
    }
}
