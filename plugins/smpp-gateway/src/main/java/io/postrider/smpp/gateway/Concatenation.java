package io.postrider.smpp.gateway;

import java.util.random.RandomGenerator;

/** The concatenation header with an 8-bit reference (3GPP TS 23.040, 9.2.3.24.1). */
final class Concatenation {
    private static final int COUNTERS = 4_096;

    private final byte[] counters = new byte[COUNTERS];

    Concatenation(RandomGenerator random) {
        random.nextBytes(counters);
    }

    /** A reference that differs from the last 255 of the same recipient. */
    byte nextReference(String recipient) {
        return counters[Math.floorMod(recipient.hashCode(), COUNTERS)]++;
    }

    static byte[] header(byte reference, int total, int number) {
        return new byte[] {5, 0, 3, reference, (byte) total, (byte) number};
    }
}
