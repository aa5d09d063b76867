package io.postrider.smpp.gateway;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Dates of receipts, told apart by their length: minutes, seconds, four-digit years or SMPP's absolute time. */
final class ReceiptDate {
    private static final int ABSOLUTE = 16;

    private final ZoneId zone;

    /** @param zone of dates that do not name their own */
    ReceiptDate(ZoneId zone) {
        this.zone = zone;
    }

    /** The instant; null for what is empty, zeros or no date. */
    @Nullable Instant parse(String date) {
        try {
            if (date.length() == ABSOLUTE && digits(date, ABSOLUTE - 1)) {
                char sign = date.charAt(ABSOLUTE - 1);
                return sign == '+' || sign == '-'
                        ? local("20" + date.substring(0, 12)).toInstant(offset(date))
                        : null;
            }
            if (!digits(date, date.length())) {
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

    private static boolean digits(String date, int count) {
        for (int i = 0; i < count; i++) {
            if (date.charAt(i) < '0' || date.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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
