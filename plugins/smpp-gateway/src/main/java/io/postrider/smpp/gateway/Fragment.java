package io.postrider.smpp.gateway;

import io.postrider.smpp.wire.Tlvs;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jsmpp.bean.AbstractSmCommand;

/**
 * What a handset's PDU holds of a message: all of it, or one numbered part by user data header (3GPP TS 23.040,
 * 9.2.3.24) or by the sar_ parameters (SMPP 3.4 section 5.3.2.22).
 */
final class Fragment {
    private static final int UDH_INDICATOR = 0x40;
    private static final int CONCATENATION_8_BIT = 0;
    private static final int CONCATENATION_16_BIT = 8;

    private final int reference;
    private final int total;
    private final int number;
    private final byte[] text;

    private Fragment(int reference, int total, int number, byte[] text) {
        this.reference = reference;
        this.total = total;
        this.number = number;
        this.text = text;
    }

    static Fragment of(AbstractSmCommand pdu, byte[] octets) {
        if ((pdu.getEsmClass() & UDH_INDICATOR) != 0 && octets.length > 0) {
            return ofHeader(octets);
        }
        OptionalInt reference = Tlvs.number(pdu, Tlvs.SAR_MSG_REF_NUM);
        OptionalInt total = Tlvs.number(pdu, Tlvs.SAR_TOTAL_SEGMENTS);
        OptionalInt number = Tlvs.number(pdu, Tlvs.SAR_SEGMENT_SEQNUM);
        if (reference.isPresent() && total.isPresent() && number.isPresent()) {
            return checked(reference.getAsInt(), total.getAsInt(), number.getAsInt(), octets);
        }
        return whole(octets);
    }

    /** The same in all parts of one message. */
    int reference() {
        return reference;
    }

    int total() {
        return total;
    }

    /** From 1. */
    int number() {
        return number;
    }

    /** Octets without header. */
    byte[] text() {
        return text;
    }

    boolean isWhole() {
        return total == 1;
    }

    private static Fragment ofHeader(byte[] octets) {
        int end = 1 + (octets[0] & 0xFF);
        if (end > octets.length) {
            return whole(octets);
        }
        byte[] text = Arrays.copyOfRange(octets, end, octets.length);
        int at = 1;
        while (at + 1 < end) {
            int element = octets[at] & 0xFF;
            int length = octets[at + 1] & 0xFF;
            int value = at + 2;
            if (element == CONCATENATION_8_BIT && length == 3 && value + 3 <= end) {
                return checked(octets[value] & 0xFF, octets[value + 1] & 0xFF, octets[value + 2] & 0xFF, text);
            }
            if (element == CONCATENATION_16_BIT && length == 4 && value + 4 <= end) {
                int reference = (octets[value] & 0xFF) << 8 | (octets[value + 1] & 0xFF);
                return checked(reference, octets[value + 2] & 0xFF, octets[value + 3] & 0xFF, text);
            }
            at = value + length;
        }
        return whole(text);
    }

    private static Fragment checked(int reference, int total, int number, byte[] text) {
        return number >= 1 && number <= total ? new Fragment(reference, total, number, text) : whole(text);
    }

    private static Fragment whole(byte[] text) {
        return new Fragment(0, 1, 1, text);
    }
}
