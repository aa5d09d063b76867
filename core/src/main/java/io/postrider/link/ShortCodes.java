package io.postrider.link;

import java.util.Optional;

/**
 * Short codes that need no row: a keyed permutation of (message, link) among all texts of eight letters and digits. It is a
 * Feistel network over 48 bits with SipHash as its round function; numbers that eight base-62 digits cannot hold are sent
 * through again (cycle walking). Without the key, a code says nothing about its neighbours. Safe for any thread.
 */
public final class ShortCodes {
    /** Letters and digits of a code. */
    public static final int LENGTH = 8;

    /** Bytes of a key. */
    public static final int KEY_BYTES = SipHash.KEY_BYTES;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final long CODES = codes();
    private static final int ROUNDS = 8;
    private static final int HALF_BITS = 24;
    private static final long HALF = (1L << HALF_BITS) - 1;
    private static final int LINK_BITS = 4;
    private static final long LINK = (1L << LINK_BITS) - 1;
    private static final long PLACES = 1L << 47;
    private final SipHash hash;

    public ShortCodes(byte[] key) {
        this.hash = new SipHash(key);
    }

    private static long codes() {
        long codes = 1;
        for (int i = 0; i < LENGTH; i++) {
            codes *= BASE;
        }
        return codes;
    }

    /** The code of a message's link. */
    public String code(long message, int link) {
        Place place = new Place(message, link);
        long number = place.message() << LINK_BITS | place.link();
        do {
            number = scrambled(number);
        } while (number >= CODES);
        char[] code = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            code[i] = DIGITS.charAt((int) (number % BASE));
            number /= BASE;
        }
        return new String(code);
    }

    /** What a code stands for; empty if it cannot be one of ours. The message need not exist. */
    public Optional<Place> place(String code) {
        long number = number(code);
        if (number < 0) {
            return Optional.empty();
        }
        do {
            number = unscrambled(number);
        } while (number >= CODES);
        return number < PLACES ? Optional.of(new Place(number >>> LINK_BITS, (int) (number & LINK))) : Optional.empty();
    }

    private static long number(String code) {
        if (code.length() != LENGTH) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = DIGITS.indexOf(code.charAt(i));
            if (digit < 0) {
                return -1;
            }
            number = number * BASE + digit;
        }
        return number;
    }

    private long scrambled(long number) {
        long left = number >>> HALF_BITS;
        long right = number & HALF;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ mixed(round, right);
            left = right;
            right = next;
        }
        return left << HALF_BITS | right;
    }

    private long unscrambled(long number) {
        long left = number >>> HALF_BITS;
        long right = number & HALF;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long before = right ^ mixed(round, left);
            right = left;
            left = before;
        }
        return left << HALF_BITS | right;
    }

    private long mixed(int round, long half) {
        return hash.of((long) round << HALF_BITS | half) & HALF;
    }
}
