package io.postrider.csv;

import io.postrider.plugin.api.RowException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of columns that a person can tell apart: none empty, none twice, none endless. */
final class ColumnNames {
    /** Most columns of a file. */
    static final int MAX = 1_000;

    private static final int MAX_LENGTH = 200;

    private ColumnNames() {}

    /** The names from the first line of the file. */
    static List<String> of(Parsed header) throws RowException {
        check(header);
        List<String> names = new ArrayList<>(header.count());
        Set<String> taken = new HashSet<>();
        for (String value : header.values()) {
            String name = value.strip().replaceAll("\\s+", " ");
            String wanted =
                    name.isEmpty() ? made(names.size()) : name.substring(0, Math.min(name.length(), MAX_LENGTH));
            names.add(unique(wanted, taken));
        }
        return List.copyOf(names);
    }

    /** Names for a file whose first line is a row already. */
    static List<String> madeFor(Parsed first) throws RowException {
        check(first);
        List<String> names = new ArrayList<>(first.count());
        while (names.size() < first.count()) {
            names.add(made(names.size()));
        }
        return List.copyOf(names);
    }

    private static void check(Parsed first) throws RowException {
        if (first.problem() != null) {
            throw new RowException(
                    first.problem().code(),
                    first.line(),
                    "Line " + first.line() + ", the first one, cannot be read; check its quotes and the encoding.");
        }
        if (first.count() > MAX) {
            throw new RowException(
                    "too-many-columns",
                    first.line(),
                    "The first line has " + first.count() + " columns, but at most " + MAX
                            + " can be imported; check the delimiter.");
        }
    }

    private static String made(int index) {
        return "Column " + (index + 1);
    }

    private static String unique(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + " (" + number + ")";
        }
        return name;
    }
}
