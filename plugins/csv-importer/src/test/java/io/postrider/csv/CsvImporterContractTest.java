package io.postrider.csv;

import io.postrider.plugin.api.ImporterProvider;
import io.postrider.plugin.testkit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The contract on odd values in each encoding: every position of a file is gone on from. */
class CsvImporterContractTest {
    private static String odd() {
        StringBuilder text = new StringBuilder("Имя;Phone;Comment\r\n");
        for (int row = 0; row < 40; row++) {
            text.append("Анна ")
                    .append(row)
                    .append(";+7916")
                    .append(1_000_000 + row)
                    .append(";\"строка 1\n\"\"");
            text.append("я".repeat(row)).append("\"\";\r\nстрока 3\"\n").append(row % 5 == 0 ? "\r\n" : "");
        }
        return text.toString();
    }

    private abstract static class InEncoding extends ImporterContract {
        private final String mark;
        private final Dialect.Encoding encoding;

        InEncoding(Dialect.Encoding encoding, String mark) {
            this.encoding = encoding;
            this.mark = mark;
        }

        @Override
        protected ImporterProvider importer() {
            return new CsvImporter();
        }

        @Override
        protected Path sample(Path into) throws IOException {
            return Files.writeString(into.resolve("odd.csv"), mark + odd(), encoding.charset);
        }
    }

    @Nested
    class Utf8 extends InEncoding {
        Utf8() {
            super(Dialect.Encoding.UTF_8, "");
        }
    }

    @Nested
    class Utf8WithMark extends InEncoding {
        Utf8WithMark() {
            super(Dialect.Encoding.UTF_8, "\uFEFF");
        }
    }

    @Nested
    class Utf16Le extends InEncoding {
        Utf16Le() {
            super(Dialect.Encoding.UTF_16LE, "");
        }
    }

    @Nested
    class Utf16BeWithMark extends InEncoding {
        Utf16BeWithMark() {
            super(Dialect.Encoding.UTF_16BE, "\uFEFF");
        }
    }

    @Nested
    class Windows1251 extends InEncoding {
        Windows1251() {
            super(Dialect.Encoding.WINDOWS_1251, "");
        }
    }
}
