package io.postrider.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads dates and times: ISO 8601 first, then the given patterns, whose y is read as u. A time without a zone is UTC, a date is its midnight. */
final class Dates {
    private final List<DateTimeFormatter> formats = new ArrayList<>();

    /** @throws IllegalArgumentException if a pattern is none */
    Dates(List<String> patterns) {
        formats.add(DateTimeFormatter.ISO_DATE_TIME);
        formats.add(DateTimeFormatter.ISO_LOCAL_DATE);
        formats.add(DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm[:ss]", Locale.ROOT));
        patterns.forEach(pattern -> formats.add(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT)));
    }

    Optional<LocalDate> date(String text) {
        return parsed(text).map(LocalDate::from);
    }

    Optional<Instant> time(String text) {
        return parsed(text).map(found -> {
            if (found instanceof OffsetDateTime time) {
                return time.toInstant();
            }
            LocalDateTime local = found instanceof LocalDateTime time
                    ? time
                    : LocalDate.from(found).atStartOfDay();
            return local.toInstant(ZoneOffset.UTC);
        });
    }

    private Optional<TemporalAccessor> parsed(String text) {
        if (text.isEmpty() || !Character.isLetterOrDigit(text.charAt(0))) {
            return Optional.empty();
        }
        for (DateTimeFormatter format : formats) {
            try {
                return Optional.of(format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
            } catch (DateTimeException other) {
                // the next format may fit
            }
        }
        return Optional.empty();
    }
}
