package io.postrider.stage.tracking;

import io.postrider.link.Click;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A click as a line of a file: its values between tabs. */
final class ClickLine {
    private static final int VALUES = 8;

    private ClickLine() {}

    static String of(Click click) {
        String line = String.join(
                "\t",
                Long.toString(click.accountId()),
                Long.toString(click.runId()),
                Long.toString(click.messageId()),
                Integer.toString(click.link()),
                Long.toString(click.at().toEpochMilli()),
                click.robot() ? "1" : "0",
                printable(click.ip()),
                printable(click.userAgent()));
        return line + "\n";
    }

    /** The click of a line without its end; empty if the line is damaged. */
    static Optional<Click> click(String line) {
        String[] values = line.split("\t", -1);
        if (values.length != VALUES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Click(
                    Long.parseLong(values[0]),
                    Long.parseLong(values[1]),
                    Long.parseLong(values[2]),
                    Integer.parseInt(values[3]),
                    Instant.ofEpochMilli(Long.parseLong(values[4])),
                    "1".equals(values[5]),
                    values[6],
                    values[7]));
        } catch (NumberFormatException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    /** Without control characters, and without what PostgreSQL cannot store. */
    private static String printable(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))
                ? text
                : text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
    }
}
