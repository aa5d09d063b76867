package io.postrider.smpp.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How validity_period is written (SMPP 3.4 section 7.1.1). */
enum Validity {
    /** As a length of time: independent of clocks. */
    RELATIVE,
    /** As a point in time, in UTC. */
    ABSOLUTE,
    /** Not at all: the operator decides. */
    NONE;

    private static final DateTimeFormatter POINT =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'000+'").withZone(ZoneOffset.UTC);

    /**
     * The field.
     *
     * @param expires when the message expires; null for the usual time
     * @param usual how long a message is valid that does not say; zero leaves it to the operator
     */
    String format(@Nullable Instant expires, Duration usual, Clock clock) {
        if (this == NONE || (expires == null && usual.isZero())) {
            return "";
        }
        Instant now = clock.instant();
        if (this == RELATIVE) {
            return RelativeTime.format(expires == null ? usual : Duration.between(now, expires));
        }
        return POINT.format(expires == null ? now.plus(usual) : expires);
    }

    static Validity of(String setting) {
        return switch (setting) {
            case "absolute" -> ABSOLUTE;
            case "none" -> NONE;
            default -> RELATIVE;
        };
    }
}
