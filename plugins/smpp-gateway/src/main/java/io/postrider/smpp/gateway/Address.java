package io.postrider.smpp.gateway;

import java.util.OptionalInt;

/**
 * An address and its type of number and numbering plan (SMPP 3.4 section 5.2.5).
 *
 * @param ton type of number
 * @param npi numbering plan indicator
 * @param digits the address as it travels
 */
record Address(byte ton, byte npi, String digits) {
    private static final int SHORTEST_INTERNATIONAL = 8;

    /** What this operator wants for short codes, of whose types the standard says nothing. */
    record ShortCode(byte ton, byte npi) {}

    /** Letters are 5/0, international numbers 1/1 and short codes as given, unless the setting says otherwise. */
    static Address of(String address, OptionalInt ton, OptionalInt npi, ShortCode shortCode) {
        Address guess = guess(address, shortCode);
        return new Address((byte) ton.orElse(guess.ton), (byte) npi.orElse(guess.npi), guess.digits);
    }

    private static Address guess(String address, ShortCode shortCode) {
        boolean plus = address.startsWith("+");
        String digits = plus ? address.substring(1) : address;
        if (!isNumber(digits)) {
            return new Address((byte) 5, (byte) 0, address);
        }
        boolean international = plus || digits.length() >= SHORTEST_INTERNATIONAL;
        return international
                ? new Address((byte) 1, (byte) 1, digits)
                : new Address(shortCode.ton, shortCode.npi, digits);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** A phone as an operator wrote it, in E.164 without the plus sign. */
    static String phone(String written) {
        return written.startsWith("+") ? written.substring(1) : written;
    }
}
