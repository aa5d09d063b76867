package io.postrider.stage.importing;

import io.postrider.plugin.api.ImporterProvider;
import io.postrider.plugin.api.Row;
import io.postrider.plugin.api.RowException;
import io.postrider.plugin.api.RowSource;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileDatabase;
import io.postrider.refusal.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the beginning of a file: how it is read, what stands in its columns, and which of its phones are good. */
final class FileLook {
    private static final int SAMPLE = 1_000;
    private static final int PREVIEWED = 10;
    private static final int GOOD_EXAMPLES = 5;
    private static final int BAD_EXAMPLES = 5;
    private static final int LONGEST_CELL = 200;
    private final PhoneNumbers phones;

    /**
     * What is wanted.
     *
     * @param settings of the importer that win over what is detected
     * @param database whose fields the columns are for; one without fields of its own if it is not chosen yet
     * @param country by which phones without a plus are read
     * @param phoneColumn the column with phones; empty for the one that is guessed
     */
    record Wanted(Map<String, String> settings, ProfileDatabase database, String country, String phoneColumn) {}

    FileLook(PhoneNumbers phones) {
        this.phones = phones;
    }

    JsonObject look(ImporterProvider importer, Path file, Wanted wanted) throws IOException {
        Map<String, String> settings = importer.detect(file, wanted.settings());
        try (RowSource source = importer.open(file, settings, 0)) {
            List<Row> rows = sample(source);
            List<String> columns = source.columns();
            JsonObject json = new JsonObject()
                    .put("importer", importer.name())
                    .put("settings", new JsonObject(new HashMap<>(settings)))
                    .put("columns", new JsonArray(columns))
                    .put("rows", preview(rows));
            boolean whole = rows.size() < SAMPLE;
            json.put("rowCount", whole ? rows.size() : estimate(rows, Files.size(file), settings))
                    .put("rowCountExact", whole);
            guess(json, columns, rows, wanted);
            return json;
        }
    }

    private static List<Row> sample(RowSource source) throws IOException {
        List<Row> rows = new ArrayList<>();
        try {
            List<Row> more = source.next(SAMPLE);
            while (!more.isEmpty()) {
                rows.addAll(more);
                more = rows.size() < SAMPLE ? source.next(SAMPLE - rows.size()) : List.of();
            }
        } catch (RowException unreadable) {
            if (rows.isEmpty()) {
                throw unreadable;
            }
        }
        return rows;
    }

    private static JsonArray preview(List<Row> rows) {
        JsonArray preview = new JsonArray();
        rows.stream()
                .limit(PREVIEWED)
                .forEach(row -> preview.add(new JsonObject()
                        .put("line", row.line())
                        .put(
                                "values",
                                new JsonArray(
                                        row.values().stream().map(FileLook::cut).toList()))
                        .put(
                                "problem",
                                row.problem() == null ? null : row.problem().code())));
        return preview;
    }

    private static String cut(String cell) {
        return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell;
    }

    /** How many rows the file has if all are as long as the first ones; delimiters and line ends count as one each. */
    private static long estimate(List<Row> rows, long bytes, Map<String, String> settings) {
        Charset charset = charset(settings.getOrDefault("encoding", "UTF-8"));
        long taken = 0;
        for (Row row : rows) {
            taken += String.join(",", row.values()).concat("\n").getBytes(charset).length;
        }
        return Math.max(rows.size(), Math.round((double) bytes * rows.size() / Math.max(1, taken)));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException other) {
            return StandardCharsets.UTF_8;
        }
    }

    private void guess(JsonObject json, List<String> columns, List<Row> rows, Wanted wanted) {
        List<ColumnKind> kinds = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            kinds.add(ColumnKind.of(
                    values(rows, i), value -> reason(value, wanted.country()).isEmpty()));
        }
        List<Optional<String>> fields = ColumnGuess.fields(columns, kinds, wanted.database());
        JsonArray guesses = new JsonArray();
        for (int i = 0; i < columns.size(); i++) {
            guesses.add(new JsonObject()
                    .put("column", columns.get(i))
                    .put("field", fields.get(i).orElse(null))
                    .put("kind", kinds.get(i).word())
                    .put(
                            "filled",
                            values(rows, i).stream()
                                    .filter(value -> !value.isBlank())
                                    .count()));
        }
        json.put("sampled", rows.size()).put("guesses", guesses);
        int phone = wanted.phoneColumn().isEmpty()
                ? fields.indexOf(Optional.of("phones"))
                : columns.indexOf(wanted.phoneColumn());
        json.put("phones", phone < 0 ? null : phones(columns.get(phone), phone, rows, wanted.country()));
    }

    private static List<String> values(List<Row> rows, int column) {
        return rows.stream()
                .map(row -> column < row.values().size() ? row.values().get(column) : "")
                .toList();
    }

    private JsonObject phones(String column, int index, List<Row> rows, String country) {
        JsonArray examples = new JsonArray();
        int valid = 0;
        int invalid = 0;
        int empty = 0;
        for (Row row : rows) {
            String before = index < row.values().size() ? row.values().get(index) : "";
            Optional<Refusal> reason = reason(before, country);
            if (before.isBlank()) {
                empty++;
            } else if (reason.isEmpty() && valid++ < GOOD_EXAMPLES) {
                examples.add(example(row, before).put("after", "+" + phones.digits(before, country)));
            } else if (reason.isPresent() && invalid++ < BAD_EXAMPLES) {
                Refusal refusal = reason.get();
                examples.add(example(row, before)
                        .putNull("after")
                        .put("code", refusal.reason().code())
                        .put("detail", refusal.getMessage()));
            }
        }
        return new JsonObject()
                .put("column", column)
                .put("country", country)
                .put("valid", valid)
                .put("invalid", invalid)
                .put("empty", empty)
                .put("examples", examples);
    }

    private static JsonObject example(Row row, String before) {
        return new JsonObject().put("line", row.line()).put("before", cut(before));
    }

    private Optional<Refusal> reason(String phone, String country) {
        try {
            phones.digits(phone, country);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }
}
