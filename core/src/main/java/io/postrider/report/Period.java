package io.postrider.report;

import io.postrider.refusal.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** From a moment up to another, which does not belong to it any more. */
record Period(Instant from, Instant to) {
    /** The period of two moments, or a refusal if it is empty or longer than {@code days}. */
    static Period of(Instant from, Instant to, int days) {
        if (!from.isBefore(to)) {
            throw Refusal.ofField(ReportReason.PERIOD_WRONG, "/to", Map.of());
        }
        if (Duration.between(from, to).compareTo(Duration.ofDays(days).plusHours(2)) > 0) {
            throw Refusal.ofField(ReportReason.PERIOD_TOO_LONG, "/from", Map.of("days", Integer.toString(days)));
        }
        return new Period(from, to);
    }

    /** A moment as people write it in an address. */
    static Instant moment(String text, String field) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            throw Refusal.ofField(ReportReason.TIME_WRONG, "/" + field, Map.of());
        }
    }

    /** The period in full hours. */
    Period inHours() {
        Instant end = to.truncatedTo(ChronoUnit.HOURS);
        return new Period(from.truncatedTo(ChronoUnit.HOURS), end.equals(to) ? end : end.plus(1, ChronoUnit.HOURS));
    }

    /** The one before, of the same length. */
    Period previous() {
        return new Period(from.minus(Duration.between(from, to)), from);
    }
}
