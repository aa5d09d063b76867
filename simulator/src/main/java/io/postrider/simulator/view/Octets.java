package io.postrider.simulator.view;

import java.util.HexFormat;

/** Octets as hexadecimal numbers with spaces between. */
public final class Octets {
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private Octets() {}

    /** All of them. */
    public static String hex(byte[] octets) {
        return SPACED.formatHex(octets);
    }

    /** Some of them. */
    public static String hex(byte[] octets, int from, int length) {
        return SPACED.formatHex(octets, from, from + length);
    }
}
