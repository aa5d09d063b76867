package io.postrider.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two columns for a terminal: what it is, and how much or when. */
final class Table {
    private final String title;
    private final List<String[]> rows = new ArrayList<>();

    Table(String title) {
        this.title = title;
    }

    Table row(String name, String value) {
        rows.add(new String[] {name, value});
        return this;
    }

    Table row(String name, long value) {
        return row(name, String.format(Locale.ROOT, "%,d", value));
    }

    /** The lines, numbers to the right. */
    String text() {
        int names = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int values = rows.stream().mapToInt(row -> row[1].length()).max().orElse(0);
        StringBuilder text = new StringBuilder(title).append('\n');
        text.append("-".repeat(names + values + 2)).append('\n');
        for (String[] row : rows) {
            text.append(row[0]).append(" ".repeat(names - row[0].length() + 2));
            text.append(" ".repeat(values - row[1].length())).append(row[1]).append('\n');
        }
        return text.toString();
    }
}
