package io.postrider.http;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of CSV files for spreadsheets. No cell can be read as a formula: those that begin like one get an apostrophe in front. */
public final class Csv {
    /** What a file begins with, so that a spreadsheet reads it as UTF-8. */
    public static final String BEGIN = "\ufeff";

    private static final String FORMULAS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Csv() {}

    /** A line with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A cell in quotes where it needs them, and never a formula; a plain number stays one. */
    static String cell(String cell) {
        boolean formula = !cell.isEmpty()
                && FORMULAS.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        String safe = formula ? "'" + cell : cell;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
