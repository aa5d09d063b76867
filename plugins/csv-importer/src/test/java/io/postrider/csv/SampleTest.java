package io.postrider.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Row;
import io.postrider.plugin.api.RowSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The real list that the demo imports: quoted line breaks, odd column names, malformed telephones. */
class SampleTest {
    private static final Path SAMPLE = Path.of("../../config/samples/honolulu_food_establishments.csv");

    private final CsvImporter importer = new CsvImporter();

    @Test
    void everyRowOfTheHonoluluListIsReadAndFoundOnItsLine() throws IOException {
        Map<String, String> detected = importer.detect(SAMPLE, Map.of());
        List<String> lines = Files.readAllLines(SAMPLE);
        List<Row> rows = new ArrayList<>();
        try (RowSource source = importer.open(SAMPLE, detected, 0)) {
            assertThat(source.columns()).hasSize(28).contains("Establishment Permit #", "Telephone");
            for (List<Row> next = source.next(500); !next.isEmpty(); next = source.next(500)) {
                rows.addAll(next);
            }
        }

        assertThat(detected).containsEntry("delimiter", "comma").containsEntry("header", "true");
        assertThat(rows).hasSize(6_095).allSatisfy(row -> {
            assertThat(row.problem()).isNull();
            assertThat(lines.get((int) row.line() - 1).replace("\"", ""))
                    .startsWith(row.values().get(0).replace("\"", ""));
        });
    }
}
