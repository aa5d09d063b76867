package io.postrider.profile;

import java.util.List;

/**
 * How texts of a file are read as values.
 *
 * @param country default country of phones; empty for none
 * @param dateFormats patterns of {@link java.time.format.DateTimeFormatter} that are tried after ISO 8601, in order
 */
public record ReadingRules(String country, List<String> dateFormats) {
    /** ISO 8601, and the forms that spreadsheets write most often; day before month unless the time is of twelve
     * hours. */
    public static final List<String> USUAL_FORMATS = List.of(
            "d.M.uuuu",
            "d.M.uuuu H:mm[:ss]",
            "d/M/uuuu",
            "d/M/uuuu H:mm[:ss]",
            "M/d/uuuu h:mm[:ss] a",
            "uuuu/M/d",
            "uuuu/M/d H:mm[:ss]");

    public ReadingRules {
        dateFormats = dateFormats.isEmpty() ? USUAL_FORMATS : List.copyOf(dateFormats);
    }
}
