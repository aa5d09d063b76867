package io.postrider.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.postrider.plugin.api.Row;
import io.postrider.plugin.api.RowException;
import io.postrider.plugin.api.RowSource;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final CsvImporter importer = new CsvImporter();

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n \r\n", "\uFEFF"})
    void aFileWithoutRowsIsRefused(String text) throws IOException {
        assertThat(refusal(file(text)).code()).isEqualTo("empty-file");
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void aBinaryFileIsRefusedByWhatItIs(String beginning, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), beginning, StandardCharsets.ISO_8859_1);

        assertThat(importer.accepts("file.bin", Files.readAllBytes(file))).isFalse();
        assertThat(importer.accepts("file.csv", Files.readAllBytes(file))).isTrue();
        RowException refused = refusal(file);
        assertThat(refused.code()).isEqualTo("binary-file");
        assertThat(refused).hasMessageContaining(words).hasMessageContaining("Save it as CSV");
    }

    @Test
    void theLineWithTheFirstWrongLetterIsNamed() throws IOException {
        String text = "name,city\n" + "Ann,Oslo\n".repeat(9_998) + "Jürgen,Köln\n";
        Path file = Files.writeString(folder.resolve("file.csv"), text, Charset.forName("windows-1252"));

        RowException refused = catchThrowableOfType(
                RowException.class, () -> rows(file, Map.of(Dialect.ENCODING, Dialect.Encoding.UTF_8.word())));

        assertThat(refused.code()).isEqualTo("wrong-encoding");
        assertThat(refused.line()).isEqualTo(10_000);
        assertThat(refused).hasMessage("Line 10000 holds letters that are not UTF-8; choose another encoding.");
    }

    @Test
    void aValueOfAMegabyteCostsOnlyItsRow() throws IOException {
        Path file = file("name,note\nAnn," + "x".repeat(1 << 20) + "\nBen,\"" + "y\n".repeat(1 << 19) + "\"\nCid,ok\n");

        List<Row> rows = rows(file, Map.of());

        assertThat(rows).extracting(BadFileTest::code).containsExactly("value-too-long", "value-too-long", null);
        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 3L + (1 << 19) + 1);
        assertThat(rows.get(0).values().get(1)).hasSize(100);
    }

    @Test
    void aRowOfManyLongValuesCostsOnlyItself() throws IOException {
        String header = "a,b,c,d,e,f\n";
        Path file = file(header + ("x".repeat(200_000) + ",").repeat(6) + "\n1,2,3,4,5,6\n");

        assertThat(rows(file, Map.of())).extracting(BadFileTest::code).containsExactly("row-too-long", null);
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedByItsLineAfterTheRowsBeforeIt() throws IOException {
        Path file = file("name,note\n\"A\nB\",x\nCid,\"open\nDan,y\n" + "Eve,z\n".repeat(2_000_000));
        List<Row> rows = new ArrayList<>();

        RowException refused = catchThrowableOfType(RowException.class, () -> collect(file, Map.of(), rows));

        assertThat(refused.code()).isEqualTo("unbalanced-quote");
        assertThat(refused.line()).isEqualTo(4);
        assertThat(rows).extracting(Row::line).containsExactly(2L);
    }

    @Test
    void aQuoteThatClosesAnothersValueIsNamedByItsLine() throws IOException {
        Path file = file("name,note\nAnn,\"open\nBen,\"fine\",x\n");

        assertThat(refusal(file).line()).isEqualTo(2);
    }

    @Test
    void aQuoteAtTheEndOfTheFileIsUnbalanced() throws IOException {
        assertThat(refusal(file("name,note\nAnn,\"")).code()).isEqualTo("unbalanced-quote");
    }

    @Test
    void aStrayQuoteCostsOnlyItsRow() throws IOException {
        Path file = file("name,note\n\"Joe\" Smith,\"a\"b\n5\" pipe,x\n\"ok\" , \"fine, too\"\n");

        List<Row> rows = rows(file, Map.of());

        assertThat(rows).extracting(BadFileTest::code).containsExactly("stray-quote", null, null);
        assertThat(rows.get(1).values()).containsExactly("5\" pipe", "x");
        assertThat(rows.get(2).values()).containsExactly("ok", "fine, too");
    }

    @Test
    void tooManyValuesAreAProblemAndMissingOnesAreEmpty() throws IOException {
        Path file = file("a,b,c\n1,2,3,4\n1,2,3,,\n1,2\n1\n");

        List<Row> rows = rows(file, Map.of(Dialect.DELIMITER, "comma"));

        assertThat(rows).extracting(BadFileTest::code).containsExactly("too-many-values", null, null, null);
        assertThat(rows)
                .extracting(Row::values)
                .containsExactly(
                        List.of("1", "2", "3"), List.of("1", "2", "3"), List.of("1", "2", ""), List.of("1", "", ""));
    }

    @Test
    void columnNamesAreMadeUnique() throws IOException {
        Path file = file("name,,name, name ,Column 2,\"two\nlines\"\n1,2,3,4,5,6\n");

        try (RowSource source = importer.open(file, importer.detect(file, Map.of()), 0)) {
            assertThat(source.columns())
                    .containsExactly("name", "Column 2", "name (2)", "name (3)", "Column 2 (2)", "two lines");
        }
    }

    @Test
    void aHundredThousandColumnsAreRefused() throws IOException {
        RowException refused = refusal(file("c,".repeat(99_999) + "c\n1,2,3\n"));

        assertThat(refused.code()).isEqualTo("too-many-columns");
        assertThat(refused).hasMessageContaining("100000 columns").hasMessageContaining("at most 1000");
    }

    @Test
    void aValueWithAZeroCharacterCostsOnlyItsRow() throws IOException {
        Path file = file("name,note\n" + "Eve,z\n".repeat(FileHead.LENGTH / 6) + "Ann,x\u0000y\nBen,ok\n");

        List<Row> rows = rows(file, Map.of());

        assertThat(rows.subList(rows.size() - 2, rows.size()))
                .extracting(BadFileTest::code)
                .containsExactly("zero-character", null);
    }

    private static @Nullable String code(Row row) {
        return row.problem() == null ? null : row.problem().code();
    }

    private static List<Arguments> binaries() {
        return List.of(
                Arguments.of("PK\u0003\u0004\u0000", "Excel workbook"),
                Arguments.of("\u0089PNG\r\n\u0000", "picture"),
                Arguments.of("a\u0000b\u0000\u0000c", "text file"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text);
    }

    private RowException refusal(Path file) {
        return catchThrowableOfType(RowException.class, () -> rows(file, Map.of()));
    }

    private List<Row> rows(Path file, Map<String, String> given) throws IOException {
        List<Row> rows = new ArrayList<>();
        collect(file, given, rows);
        return rows;
    }

    private void collect(Path file, Map<String, String> given, List<Row> into) throws IOException {
        try (RowSource source = importer.open(file, importer.detect(file, given), 0)) {
            List<Row> next = source.next(100);
            while (!next.isEmpty()) {
                into.addAll(next);
                next = source.next(100);
            }
        }
    }
}
