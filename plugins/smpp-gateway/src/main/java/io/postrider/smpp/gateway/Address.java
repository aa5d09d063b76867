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

    /** Letters are 5/0, international numbers 1/1 and short codes 3/1, unless the setting says otherwise. */
    static Address of(String address, OptionalInt ton, OptionalInt npi) {
        Address guess = guess(address);
        return new Address((byte) ton.orElse(guess.ton), (byte) npi.orElse(guess.npi), guess.digits);
    }

    private static Address guess(String address) {
        boolean plus = address.startsWith("+");
        String digits = plus ? address.substring(1) : address;
        boolean number = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            return new Address((byte) 5, (byte) 0, address);
        }
        boolean international = plus || digits.length() >= SHORTEST_INTERNATIONAL;
        return new Address((byte) (international ? 1 : 3), (byte) 1, digits);
    }

    /** A phone as an operator wrote it, in E.164 without the plus sign. */
    static String phone(String written) {
        return written.startsWith("+") ? written.substring(1) : written;
    }
}
