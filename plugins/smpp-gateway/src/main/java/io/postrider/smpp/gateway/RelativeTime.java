package io.postrider.smpp.gateway;

import java.time.Duration;

/** A length of time as SMPP writes it: {@code YYMMDDhhmmss000R} (SMPP 3.4 section 7.1.1.2). */
final class RelativeTime {
    private static final Duration LONGEST = Duration.ofDays(30);

    private RelativeTime() {}

    /** At least one second, at most 30 days, since months have no fixed length. */
    static String format(Duration time) {
        long seconds = Math.max(1, Math.min(time.toSeconds(), LONGEST.toSeconds()));
        char[] digits = "000000000000000R".toCharArray();
        put(digits, 4, seconds / 86_400);
        put(digits, 6, seconds / 3_600 % 24);
        put(digits, 8, seconds / 60 % 60);
        put(digits, 10, seconds % 60);
        return new String(digits);
    }

    private static void put(char[] digits, int at, long value) {
        digits[at] = (char) ('0' + value / 10);
        digits[at + 1] = (char) ('0' + value % 10);
    }
}
