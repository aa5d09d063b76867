package io.postrider.csv;

import io.postrider.plugin.api.ImporterProvider;
import io.postrider.plugin.api.RowSource;
import io.postrider.plugin.api.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pf4j.Extension;

/** Reads CSV and other delimited text of any size, in the encodings that customer lists come in. */
@Extension
public final class CsvImporter implements ImporterProvider {
    private static final List<String> ENDINGS = List.of(".csv", ".txt", ".tsv", ".tab");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<Setting> settings() {
        return CsvForm.SETTINGS;
    }

    /** A file that calls itself CSV is taken even if it is none, so that {@link #detect} can say what it is. */
    @Override
    public boolean accepts(String fileName, byte[] head) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith)
                || (head.length > 0 && new FileHead(head, false).looksLikeText());
    }

    @Override
    public Map<String, String> detect(Path file, Map<String, String> given) throws IOException {
        FileHead head = FileHead.of(file);
        head.check();
        return DialectGuess.of(head, given).settings();
    }

    @Override
    public RowSource open(Path file, Map<String, String> settings, long position) throws IOException {
        return CsvRows.open(file, Dialect.of(settings), position);
    }
}
