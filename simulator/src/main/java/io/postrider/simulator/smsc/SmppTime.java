package io.postrider.simulator.smsc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/** Times of 16 characters (SMPP 3.4 section 7.1.1). */
final class SmppTime {
    private static final int LENGTH = 16;
    private static final int DIGITS = 15;
    private static final int MOST_QUARTERS = 48;
    private static final int MILLENNIUM = 2_000;
    private static final int QUARTER_SECONDS = 900;
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SmppTime() {}

    /** The time in milliseconds since 1970; empty if it is none. An empty text is no time either. */
    static OptionalLong read(String text, long now) {
        if (text.length() != LENGTH) {
            return OptionalLong.empty();
        }
        for (int i = 0; i < DIGITS; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return OptionalLong.empty();
            }
        }
        return switch (text.charAt(DIGITS)) {
            case 'R' -> relative(text, now);
            case '+' -> absolute(text, -1);
            case '-' -> absolute(text, 1);
            default -> OptionalLong.empty();
        };
    }

    private static OptionalLong relative(String text, long now) {
        if (!text.startsWith("000", 12)) {
            return OptionalLong.empty();
        }
        LocalDateTime then = LocalDateTime.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC)
                .plusYears(two(text, 0))
                .plusMonths(two(text, 2))
                .plusDays(two(text, 4))
                .plusHours(two(text, 6))
                .plusMinutes(two(text, 8))
                .plusSeconds(two(text, 10));
        return OptionalLong.of(then.toInstant(ZoneOffset.UTC).toEpochMilli());
    }

    private static OptionalLong absolute(String text, int sign) {
        int quarters = two(text, 13);
        if (quarters > MOST_QUARTERS) {
            return OptionalLong.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    MILLENNIUM + two(text, 0), two(text, 2), two(text, 4), two(text, 6), two(text, 8), two(text, 10));
            long seconds = local.toEpochSecond(ZoneOffset.UTC) + (long) sign * quarters * QUARTER_SECONDS;
            return OptionalLong.of(seconds * 1_000 + (text.charAt(12) - '0') * 100L);
        } catch (DateTimeException impossible) {
            return OptionalLong.empty();
        }
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    /** The absolute form in UTC. */
    static String write(long millis) {
        return WRITTEN.format(Instant.ofEpochMilli(millis)) + "000+";
    }
}
