package io.postrider.smpp.gateway;

import io.postrider.smpp.wire.Tlvs;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jsmpp.bean.OptionalParameter;

/** What says that parts belong together: headers (3GPP TS 23.040, 9.2.3.24) and parameters (SMPP 3.4 section 5.3.2.22). */
final class Concatenation {
    private static final int COUNTERS = 4_096;

    private final short[] counters = new short[COUNTERS];

    Concatenation(RandomGenerator random) {
        for (int i = 0; i < COUNTERS; i++) {
            counters[i] = (short) random.nextInt();
        }
    }

    /** A reference whose lower 8 bits differ from those of the last 255 of the same recipient. */
    int nextReference(String recipient) {
        return counters[Math.floorMod(recipient.hashCode(), COUNTERS)]++ & 0xFFFF;
    }

    /** A header with an 8-bit reference. */
    static byte[] header8(int reference, int total, int number) {
        return new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number};
    }

    /** A header with a 16-bit reference. */
    static byte[] header16(int reference, int total, int number) {
        return new byte[] {6, 8, 4, (byte) (reference >>> 8), (byte) reference, (byte) total, (byte) number};
    }

    static List<OptionalParameter> parameters(int reference, int total, int number) {
        return List.of(
                Tlvs.of(Tlvs.SAR_MSG_REF_NUM, (byte) (reference >>> 8), (byte) reference),
                Tlvs.of(Tlvs.SAR_TOTAL_SEGMENTS, (byte) total),
                Tlvs.of(Tlvs.SAR_SEGMENT_SEQNUM, (byte) number));
    }
}
