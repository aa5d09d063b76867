package io.postrider.simulator.text;

import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.jsmpp.bean.MessageRequest;
import org.jspecify.annotations.Nullable;

/** Reads what a submit_sm says: data_coding, user data header, SAR parameters and message_payload. */
public final class SegmentReader {
    private static final byte[] NOTHING = {};
    private static final int HEADER_INDICATOR = 0x40;
    private static final int EIGHT_BIT_REFERENCE = 0;
    private static final int SIXTEEN_BIT_REFERENCE = 8;

    private SegmentReader() {}

    /** The text and which part of a message it is. */
    public static Segment read(MessageRequest pdu) {
        byte[] octets = octets(pdu);
        boolean header = (pdu.getEsmClass() & HEADER_INDICATOR) != 0 && octets.length > 0;
        int textStart = header ? Math.min(octets.length, 1 + (octets[0] & 0xFF)) : 0;
        int coding = pdu.getDataCoding() & 0xFF;
        String text = decode(coding, octets, textStart);
        String encoding = name(coding);
        Segment bySar = sar(pdu, text, encoding);
        if (bySar != null) {
            return bySar;
        }
        return header ? concatenated(octets, textStart, text, encoding) : new Segment(text, encoding, 0, 1, 1);
    }

    private static byte[] octets(MessageRequest pdu) {
        byte[] payload = Tlvs.value(pdu, Tlvs.MESSAGE_PAYLOAD);
        if (payload != null) {
            return payload;
        }
        byte[] text = pdu.getShortMessage();
        return text == null ? NOTHING : text;
    }

    private static Segment concatenated(byte[] octets, int end, String text, String encoding) {
        int at = 1;
        while (at + 1 < end) {
            int element = octets[at] & 0xFF;
            int length = octets[at + 1] & 0xFF;
            int value = at + 2;
            if (element == EIGHT_BIT_REFERENCE && length == 3 && value + 3 <= end) {
                return part(text, encoding, octets[value] & 0xFF, octets[value + 1] & 0xFF, octets[value + 2] & 0xFF);
            }
            if (element == SIXTEEN_BIT_REFERENCE && length == 4 && value + 4 <= end) {
                int reference = ((octets[value] & 0xFF) << 8) | (octets[value + 1] & 0xFF);
                return part(text, encoding, reference, octets[value + 2] & 0xFF, octets[value + 3] & 0xFF);
            }
            at = value + length;
        }
        return new Segment(text, encoding, 0, 1, 1);
    }

    private static @Nullable Segment sar(MessageRequest pdu, String text, String encoding) {
        OptionalInt total = Tlvs.number(pdu, Tlvs.SAR_TOTAL_SEGMENTS);
        OptionalInt number = Tlvs.number(pdu, Tlvs.SAR_SEGMENT_SEQNUM);
        OptionalInt reference = Tlvs.number(pdu, Tlvs.SAR_MSG_REF_NUM);
        if (total.isEmpty() || number.isEmpty() || reference.isEmpty()) {
            return null;
        }
        return part(text, encoding, reference.getAsInt(), total.getAsInt(), number.getAsInt());
    }

    /** A part with numbers that cannot be is shown as a message of its own, as phones do. */
    private static Segment part(String text, String encoding, int reference, int total, int number) {
        boolean possible = total > 1 && number >= 1 && number <= total;
        return possible ? new Segment(text, encoding, reference, total, number) : new Segment(text, encoding, 0, 1, 1);
    }

    private static String decode(int coding, byte[] octets, int from) {
        return switch (coding) {
            case 0x00, 0x10, 0x11, 0x12, 0x13, 0xF0, 0xF1, 0xF2, 0xF3 -> GsmAlphabet.decode(octets, from);
            case 0x01 -> new String(octets, from, octets.length - from, StandardCharsets.US_ASCII);
            case 0x03 -> new String(octets, from, octets.length - from, StandardCharsets.ISO_8859_1);
            case 0x08, 0x18, 0x19, 0x1A, 0x1B ->
                new String(octets, from, octets.length - from, StandardCharsets.UTF_16BE);
            default -> HexFormat.of().formatHex(octets, from, octets.length);
        };
    }

    private static String name(int coding) {
        return switch (coding) {
            case 0x00, 0x10, 0x11, 0x12, 0x13, 0xF0, 0xF1, 0xF2, 0xF3 -> "GSM-7";
            case 0x01 -> "ASCII";
            case 0x03 -> "Latin-1";
            case 0x08, 0x18, 0x19, 0x1A, 0x1B -> "UCS-2";
            default -> "binary";
        };
    }
}
