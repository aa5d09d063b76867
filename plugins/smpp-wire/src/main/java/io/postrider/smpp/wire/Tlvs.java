package io.postrider.smpp.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AbstractSmRespCommand;
import org.jsmpp.bean.BindResp;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitMultiResp;
import org.jspecify.annotations.Nullable;

/** Optional parameters by tag (SMPP 3.4 section 5.3.2), as raw octets. */
public final class Tlvs {
    public static final int DEST_ADDR_SUBUNIT = 0x0005;
    public static final int RECEIPTED_MESSAGE_ID = 0x001E;
    public static final int USER_MESSAGE_REFERENCE = 0x0204;
    public static final int SAR_MSG_REF_NUM = 0x020C;
    public static final int SAR_TOTAL_SEGMENTS = 0x020E;
    public static final int SAR_SEGMENT_SEQNUM = 0x020F;
    public static final int SC_INTERFACE_VERSION = 0x0210;
    public static final int NETWORK_ERROR_CODE = 0x0423;
    public static final int MESSAGE_PAYLOAD = 0x0424;
    public static final int DELIVERY_FAILURE_REASON = 0x0425;
    public static final int MESSAGE_STATE = 0x0427;
    public static final int CONGESTION_STATE = 0x0428;

    private static final OptionalParameter[] NONE = {};
    private static final Map<Integer, Integer> LENGTHS = Map.ofEntries(
            Map.entry(DEST_ADDR_SUBUNIT, 1),
            Map.entry(0x000D, 1),
            Map.entry(0x0017, 4),
            Map.entry(0x0019, 1),
            Map.entry(0x0030, 1),
            Map.entry(0x0201, 1),
            Map.entry(USER_MESSAGE_REFERENCE, 2),
            Map.entry(0x0205, 1),
            Map.entry(0x020A, 2),
            Map.entry(0x020B, 2),
            Map.entry(SAR_MSG_REF_NUM, 2),
            Map.entry(0x020D, 1),
            Map.entry(SAR_TOTAL_SEGMENTS, 1),
            Map.entry(SAR_SEGMENT_SEQNUM, 1),
            Map.entry(SC_INTERFACE_VERSION, 1),
            Map.entry(0x0304, 1),
            Map.entry(0x0422, 1),
            Map.entry(NETWORK_ERROR_CODE, 3),
            Map.entry(DELIVERY_FAILURE_REASON, 1),
            Map.entry(0x0426, 1),
            Map.entry(MESSAGE_STATE, 1),
            Map.entry(CONGESTION_STATE, 1),
            Map.entry(0x0501, 1),
            Map.entry(0x1201, 1),
            Map.entry(0x1203, 2),
            Map.entry(0x130C, 0));

    private Tlvs() {}

    /** Octets of the first parameter with this tag, or null. */
    public static byte @Nullable [] value(Command pdu, int tag) {
        for (OptionalParameter tlv : all(pdu)) {
            if (tlv.tag == (short) tag) {
                return octets(tlv);
            }
        }
        return null;
    }

    /** The parameter as an unsigned number of up to four octets; empty if it is absent or not of that length. */
    public static OptionalInt number(Command pdu, int tag) {
        byte[] octets = value(pdu, tag);
        if (octets == null || octets.length == 0 || octets.length > 4) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (byte octet : octets) {
            number = (number << 8) | (octet & 0xFF);
        }
        return OptionalInt.of(number);
    }

    /** The parameter as Latin-1 up to its first NUL, which may be missing; null if it is absent. */
    public static @Nullable String string(Command pdu, int tag) {
        byte[] octets = value(pdu, tag);
        if (octets == null) {
            return null;
        }
        int end = 0;
        while (end < octets.length && octets[end] != 0) {
            end++;
        }
        return new String(octets, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** A parameter of any octets. */
    public static OptionalParameter of(int tag, byte... octets) {
        return new OptionalParameter.OctetString((short) tag, octets);
    }

    /** A parameter that is a Latin-1 string with its NUL. */
    public static OptionalParameter ofString(int tag, String value) {
        byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
        return of(tag, Arrays.copyOf(text, text.length + 1));
    }

    /** Whether a parameter of fixed length, among those of SMPP 3.4, has another one. */
    public static boolean hasWrongLength(Command pdu) {
        for (OptionalParameter tlv : all(pdu)) {
            Integer length = LENGTHS.get(tlv.tag & 0xFFFF);
            if (length != null && octets(tlv).length != length) {
                return true;
            }
        }
        return false;
    }

    /** The only length this parameter may have; empty if it may vary or is not known. */
    public static OptionalInt fixedLength(int tag) {
        Integer length = LENGTHS.get(tag);
        return length == null ? OptionalInt.empty() : OptionalInt.of(length);
    }

    private static byte[] octets(OptionalParameter tlv) {
        if (tlv instanceof OptionalParameter.OctetString string) {
            return string.getValue();
        }
        byte[] serialized = tlv.serialize();
        return Arrays.copyOfRange(serialized, 4, serialized.length);
    }

    private static OptionalParameter[] all(Command pdu) {
        OptionalParameter[] found = null;
        if (pdu instanceof AbstractSmCommand message) {
            found = message.getOptionalParameters();
        } else if (pdu instanceof SubmitMulti multi) {
            found = multi.getOptionalParameters();
        } else if (pdu instanceof SubmitMultiResp response) {
            found = response.getOptionalParameters();
        } else if (pdu instanceof AbstractSmRespCommand response) {
            found = response.getOptionalParameters();
        } else if (pdu instanceof BindResp response) {
            found = response.getOptionalParameters();
        }
        return found == null ? NONE : found;
    }
}
