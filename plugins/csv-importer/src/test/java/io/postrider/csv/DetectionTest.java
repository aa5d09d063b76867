package io.postrider.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Row;
import io.postrider.plugin.api.RowSource;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {
    private static final String RUSSIAN = "Имя;Телефон\nАнна;+79161234567\nЁлка;+79161234568\n";
    private static final String WESTERN = "Name;City\nJürgen Müller;Köln\nRenée;Orléans\nÅse;Tromsø\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final CsvImporter importer = new CsvImporter();

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251"})
    void theEncodingOfACyrillicListIsFound(String encoding) throws IOException {
        assertThat(detect(RUSSIAN.getBytes(Charset.forName(encoding)))).containsEntry(Dialect.ENCODING, encoding);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkDecides(String encoding) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "\uFEFFa,b\n1,2\n", Charset.forName(encoding));

        Map<String, String> detected = importer.detect(file, Map.of());

        assertThat(detected).containsEntry(Dialect.ENCODING, encoding);
        try (RowSource source = importer.open(file, detected, 0)) {
            assertThat(source.columns()).containsExactly("a", "b");
        }
    }

    @Test
    void theEncodingOfAWesternListIsFound() throws IOException {
        assertThat(detect(WESTERN.getBytes(Charset.forName("windows-1252"))))
                .containsEntry(Dialect.ENCODING, "windows-1252");
    }

    @Test
    void anOddLetterMegabytesIntoTheFileStillDecides() throws IOException {
        String text = "name,city\n" + "Ann,Oslo\n".repeat(300_000) + "Анна,Омск\n";

        assertThat(detect(text.getBytes(Charset.forName("windows-1251"))))
                .containsEntry(Dialect.ENCODING, "windows-1251");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a,b\\n1,2\\n~comma",
                "a;b\\n1,5;2,5\\n1,7;2,9\\n~semicolon",
                "Name, first\\tPhone\\nA, B, C\\t1\\nD\\t2\\n~tab",
                "a|b|c\\nx, y|z|1\\n~pipe",
                "a;b\\n\"x,y\\nz,u\";1\\n~semicolon",
                "only\\none\\ncolumn\\n~comma"
            })
    void theDelimiterIsTheOneThatCutsAllRowsAlike(String text, String delimiter) throws IOException {
        assertThat(detect(text.replace("\\n", "\n").replace("\\t", "\t").getBytes(StandardCharsets.UTF_8)))
                .containsEntry(Dialect.DELIMITER, delimiter);
    }

    @Test
    void singleQuotesAreFoundButApostrophesAreNot() throws IOException {
        assertThat(detect("'a','b'\n'x,y','z'\n".getBytes(StandardCharsets.UTF_8)))
                .containsEntry(Dialect.QUOTE, "single");
        assertThat(detect("a,b\nO'Neill,d'Or\n".getBytes(StandardCharsets.UTF_8)))
                .containsEntry(Dialect.QUOTE, "double");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "name,phone~true",
                "Anna,+7 (916) 123-45-67~false",
                "Anna,anna@example.com~false",
                "Anna,1990-05-17~false",
                "Establishment Permit #,Telephone~true"
            })
    void aFirstLineWithACustomersValuesIsNoHeader(String line, String header) throws IOException {
        assertThat(detect((line + "\nBen,+79161112233\n").getBytes(StandardCharsets.UTF_8)))
                .containsEntry(Dialect.HEADER, header);
    }

    @Test
    void aFileWithoutAHeaderKeepsItsFirstRow() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "Anna;79161234567\nBen;79161234568\n");

        try (RowSource source = importer.open(file, importer.detect(file, Map.of()), 0)) {
            assertThat(source.columns()).containsExactly("Column 1", "Column 2");
            assertThat(source.next(10)).extracting(Row::values).first().isEqualTo(List.of("Anna", "79161234567"));
        }
        try (RowSource source = importer.open(file, importer.detect(file, Map.of()), 1)) {
            assertThat(source.next(10)).extracting(Row::line).containsExactly(2L);
        }
    }

    private Map<String, String> detect(byte[] bytes) throws IOException {
        return importer.detect(Files.write(folder.resolve("file.csv"), bytes), Map.of());
    }
}
