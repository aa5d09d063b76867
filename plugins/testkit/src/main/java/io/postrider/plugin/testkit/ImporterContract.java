package io.postrider.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.postrider.plugin.api.ImporterProvider;
import io.postrider.plugin.api.Row;
import io.postrider.plugin.api.RowException;
import io.postrider.plugin.api.RowSource;
import io.postrider.plugin.api.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every importer keeps to. A subclass gives the importer and a file of its format with 10 to 1,000 rows that can all
 * be read; the odder its values, the more the contract finds.
 */
public abstract class ImporterContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The importer that is tested. */
    protected abstract ImporterProvider importer();

    /** Writes the sample into the folder. */
    protected abstract Path sample(Path into) throws IOException;

    @Test
    void nameAndFormCanBeShown() {
        assertThat(importer().name()).matches("[a-z][a-z0-9-]*");
        SettingRules.check(importer().settings());
    }

    @Test
    void theSampleIsAcceptedByItsNameAndFirstBytes() throws IOException {
        Path sample = sample(folder);
        byte[] head = Files.readAllBytes(sample);

        assertThat(importer().accepts(String.valueOf(sample.getFileName()), head))
                .isTrue();
    }

    @Test
    void everyRowHasAValueForEachColumn() throws IOException {
        try (RowSource source = openSample(0)) {
            List<String> columns = source.columns();
            assertThat(columns).isNotEmpty().doesNotHaveDuplicates().noneMatch(String::isBlank);
            assertThat(rest(source, 7)).hasSizeBetween(10, 1_000).allSatisfy(row -> {
                assertThat(row.problem()).isNull();
                assertThat(row.values()).hasSameSizeAs(columns);
            });
        }
    }

    @Test
    void linesOnlyGrowAndProgressReachesTheEndOfTheFile() throws IOException {
        try (RowSource source = openSample(0)) {
            List<Row> rows = rest(source, 3);
            assertThat(rows).extracting(Row::line).isSorted().doesNotHaveDuplicates();
            assertThat(source.bytesRead()).isEqualTo(Files.size(sample(folder)));
            assertThat(source.next(10)).as("behind the end").isEmpty();
        }
    }

    @Test
    void goingOnAtAPositionGivesExactlyTheRowsBehindIt() throws IOException {
        List<Row> all;
        try (RowSource source = openSample(0)) {
            all = rest(source, 100);
        }
        try (RowSource source = openSample(0)) {
            for (int given = 0; given < all.size(); given++) {
                assertGoesOn(source.position(), source.columns(), all.subList(given, all.size()));
                assertThat(source.next(1)).hasSize(1);
            }
            assertGoesOn(source.position(), source.columns(), List.of());
        }
    }

    @Test
    void whatAPersonSaysWinsOverWhatIsDetected() throws IOException {
        for (Setting setting : importer().settings()) {
            for (String option : setting.options()) {
                Map<String, String> detected = importer().detect(sample(folder), Map.of(setting.name(), option));
                assertThat(detected).containsEntry(setting.name(), option);
            }
        }
    }

    @Test
    void anEmptyFileIsRefusedWithASentence() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));

        assertThatExceptionOfType(RowException.class)
                .isThrownBy(() -> importer()
                        .open(empty, importer().detect(empty, Map.of()), 0)
                        .close())
                .satisfies(refused -> {
                    assertThat(refused.code()).matches("[a-z][a-z-]*");
                    assertThat(refused).message().endsWith(".");
                });
    }

    private void assertGoesOn(long position, List<String> columns, List<Row> expected) throws IOException {
        try (RowSource source = openSample(position)) {
            assertThat(source.columns()).isEqualTo(columns);
            assertThat(rest(source, 100)).as("rows from position %s", position).isEqualTo(expected);
        }
    }

    private RowSource openSample(long position) throws IOException {
        Path sample = sample(folder);
        return importer().open(sample, importer().detect(sample, Map.of()), position);
    }

    /** Everything that is still to come, pulled in lists of at most this size. */
    protected static List<Row> rest(RowSource source, int max) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<Row> next = source.next(max);
        while (!next.isEmpty()) {
            assertThat(next).hasSizeLessThanOrEqualTo(max);
            rows.addAll(next);
            next = source.next(max);
        }
        return rows;
    }
}
