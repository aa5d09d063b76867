package io.postrider.simulator.text;

import java.util.Arrays;

/** Eight septets in seven octets, the lowest bits first (3GPP TS 23.038, 6.1.2.1). */
final class Septets {
    private static final int BITS = 7;
    private static final int RETURN = 0x0D;

    private Septets() {}

    /**
     * One octet for each septet of the text. Behind a header it begins at the next septet that is whole, after up to six
     * bits of filling. If the last septet fits exactly, it may be what was left over: seven zero bits, which would be
     * {@code @}, or a carriage return, are taken for that and left out, because nothing else says how many there are.
     *
     * @param start how many octets the header has
     */
    static byte[] unpack(byte[] octets, int start) {
        int firstBit = (start * 8 + BITS - 1) / BITS * BITS;
        int bits = Math.max(0, octets.length * 8 - firstBit);
        var septets = new byte[bits / BITS];
        for (int i = 0; i < septets.length; i++) {
            septets[i] = septet(octets, firstBit + i * BITS);
        }
        int last = septets.length - 1;
        boolean padded = bits % BITS == 0 && last >= 0 && (septets[last] == 0 || septets[last] == RETURN);
        return padded ? Arrays.copyOf(septets, last) : septets;
    }

    private static byte septet(byte[] octets, int bit) {
        int at = bit / 8;
        int next = at + 1 < octets.length ? octets[at + 1] & 0xFF : 0;
        int pair = (octets[at] & 0xFF) | (next << 8);
        return (byte) ((pair >> (bit % 8)) & 0x7F);
    }
}
