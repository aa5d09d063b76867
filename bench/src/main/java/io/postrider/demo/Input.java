package io.postrider.demo;

import io.postrider.rig.RigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The list that is imported, and what of it is needed.
 *
 * @param key column that tells rows apart; without it the phone does
 * @param country ISO 3166 code by which phones without a plus are read
 */
record Input(Path file, String phone, Optional<String> key, String country) {
    Input {
        if (!Files.isReadable(file)) {
            throw new RigException("The file " + file + " does not exist or cannot be read.");
        }
    }

    /** Refuses columns that the file has not. */
    void check(List<String> columns) {
        require(columns, phone);
        key.ifPresent(column -> require(columns, column));
    }

    private static void require(List<String> columns, String column) {
        if (!columns.contains(column)) {
            throw new RigException(
                    "The file has no column \"" + column + "\"; it has: " + String.join(", ", columns) + ".");
        }
    }

    /** The column that says where people live, if one looks like it. */
    Optional<String> city(List<String> columns) {
        return columns.stream()
                .filter(column ->
                        free(column) && column.toLowerCase(Locale.ROOT).endsWith("city"))
                .findFirst();
    }

    /** The first column that is neither phone nor key nor city: most lists begin with a name. */
    Optional<String> name(List<String> columns) {
        Optional<String> city = city(columns);
        return columns.stream()
                .filter(column -> free(column) && !city.equals(Optional.of(column)))
                .findFirst();
    }

    private boolean free(String column) {
        return !column.equals(phone) && !key.equals(Optional.of(column));
    }
}
