package io.postrider.smpp.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;

/** Reads the fields of one PDU in order, never beyond its end. */
final class OctetReader {
    private static final OptionalParameter[] NONE = {};

    private final byte[] octets;
    private final int end;
    private int at;

    OctetReader(byte[] octets, int offset, int length) {
        this.octets = octets;
        this.at = offset;
        this.end = offset + length;
    }

    boolean atEnd() {
        return at >= end;
    }

    byte octet() throws MalformedException {
        if (at >= end) {
            throw new MalformedException(SMPPConstant.STAT_ESME_RINVCMDLEN);
        }
        return octets[at++];
    }

    int int32() {
        int value = (octets[at] & 0xFF) << 24
                | (octets[at + 1] & 0xFF) << 16
                | (octets[at + 2] & 0xFF) << 8
                | (octets[at + 3] & 0xFF);
        at += 4;
        return value;
    }

    /** Four octets that may not be there any more. */
    int checkedInt32() throws MalformedException {
        if (end - at < 4) {
            throw new MalformedException(SMPPConstant.STAT_ESME_RINVCMDLEN);
        }
        return int32();
    }

    /** A C-octet string of at most {@code max} octets including its NUL; {@code status} says what is wrong otherwise. */
    String cString(int max, int status) throws MalformedException {
        int limit = Math.min(end, at + max);
        for (int nul = at; nul < limit; nul++) {
            if (octets[nul] == 0) {
                return take(nul);
            }
        }
        throw new MalformedException(status);
    }

    /** A C-octet string whose NUL may be missing at the end of the PDU. */
    String lenientCString() {
        int nul = at;
        while (nul < end && octets[nul] != 0) {
            nul++;
        }
        return take(nul);
    }

    private String take(int nul) {
        String value = nul == at ? "" : new String(octets, at, nul - at, StandardCharsets.ISO_8859_1);
        at = Math.min(end, nul + 1);
        return value;
    }

    /** sm_length and short_message (SMPP 3.4 section 5.2.21). */
    byte[] shortMessage() throws MalformedException {
        int length = octet() & 0xFF;
        if (length > PduDecoder.LONGEST_SHORT_MESSAGE || length > end - at) {
            throw new MalformedException(SMPPConstant.STAT_ESME_RINVMSGLEN);
        }
        at += length;
        return Arrays.copyOfRange(octets, at - length, at);
    }

    /** All optional parameters up to the end of the PDU. */
    OptionalParameter[] tlvs() throws MalformedException {
        if (at == end) {
            return NONE;
        }
        List<OptionalParameter> found = new ArrayList<>(4);
        while (at < end) {
            found.add(tlv());
        }
        return found.toArray(NONE);
    }

    /** The optional parameters up to the end or to the first that cannot be read. */
    OptionalParameter[] lenientTlvs() {
        if (at >= end) {
            return NONE;
        }
        List<OptionalParameter> found = new ArrayList<>(2);
        try {
            while (at < end) {
                found.add(tlv());
            }
        } catch (MalformedException broken) {
            at = end;
        }
        return found.toArray(NONE);
    }

    private OptionalParameter tlv() throws MalformedException {
        if (end - at < 4) {
            throw new MalformedException(SMPPConstant.STAT_ESME_RINVTLVSTREAM);
        }
        int head = int32();
        int length = head & 0xFFFF;
        if (length > end - at) {
            throw new MalformedException(SMPPConstant.STAT_ESME_RINVTLVSTREAM);
        }
        at += length;
        return new OptionalParameter.OctetString((short) (head >>> 16), Arrays.copyOfRange(octets, at - length, at));
    }
}
