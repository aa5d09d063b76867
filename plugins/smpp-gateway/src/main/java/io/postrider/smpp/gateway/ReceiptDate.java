package io.postrider.smpp.gateway;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of receipts, told apart by their length: minutes, seconds, four-digit years or SMPP's absolute time. */
final class ReceiptDate {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern ABSOLUTE = Pattern.compile("\\d{15}[+-]");

    private final ZoneId zone;

    /** @param zone of dates that do not name their own */
    ReceiptDate(ZoneId zone) {
        this.zone = zone;
    }

    /** The instant; null for what is empty, zeros or no date. */
    @Nullable Instant parse(String date) {
        try {
            if (ABSOLUTE.matcher(date).matches()) {
                return local("20" + date.substring(0, 12)).toInstant(offset(date));
            }
            if (!DIGITS.matcher(date).matches()) {
                return null;
            }
            return switch (date.length()) {
                case 10 -> at("20" + date + "00");
                case 12 -> at("20" + date);
                case 14 -> at(date);
                default -> null;
            };
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private Instant at(String digits) {
        return local(digits).atZone(zone).toInstant();
    }

    private static LocalDateTime local(String digits) {
        return LocalDateTime.of(
                number(digits, 0, 4),
                number(digits, 4, 6),
                number(digits, 6, 8),
                number(digits, 8, 10),
                number(digits, 10, 12),
                number(digits, 12, 14));
    }

    private static ZoneOffset offset(String date) {
        int minutes = number(date, 13, 15) * 15;
        return ZoneOffset.ofTotalSeconds(60 * (date.endsWith("-") ? -minutes : minutes));
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
