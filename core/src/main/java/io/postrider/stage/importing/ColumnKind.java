package io.postrider.stage.importing;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What stands in a column, judged by some of its values. */
enum ColumnKind {
    EMPTY("-"),
    EMAIL("[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;]+"),
    /** Decided by the numbering plans of the world and not by a pattern. */
    PHONE("[+(]?[0-9][0-9\\s().-]{5,22}"),
    DATE("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}"),
    DATETIME("(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4})[T ]\\d{1,2}:\\d{2}.*"),
    INTEGER("-?\\d{1,18}"),
    FLOAT("-?\\d{1,15}[.,]\\d{1,15}"),
    BOOLEAN("(?i)true|false|yes|no|да|нет"),
    TEXT(".*");

    private static final int MOST_WRONG_PERCENT = 10;
    private final Pattern pattern;

    ColumnKind(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    /** The word for it in JSON; all but {@code email}, {@code phone} and {@code empty} are types of fields. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that nearly all values are of; {@code isPhone} judges those that look like one. */
    static ColumnKind of(List<String> values, Predicate<String> isPhone) {
        List<String> filled = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return EMPTY;
        }
        for (ColumnKind kind : List.of(EMAIL, DATE, DATETIME, BOOLEAN, FLOAT, PHONE, INTEGER)) {
            Predicate<String> fits =
                    value -> kind.pattern.matcher(value).matches() && (kind != PHONE || isPhone.test(value));
            long wrong = filled.stream().filter(fits.negate()).count();
            if (wrong * 100 <= filled.size() * (long) MOST_WRONG_PERCENT) {
                return kind;
            }
        }
        return TEXT;
    }
}
