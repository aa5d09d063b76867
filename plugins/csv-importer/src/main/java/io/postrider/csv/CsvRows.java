package io.postrider.csv;

import io.postrider.plugin.api.Row;
import io.postrider.plugin.api.RowException;
import io.postrider.plugin.api.RowProblem;
import io.postrider.plugin.api.RowSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an open file. A position is the number of rows given so far: it means the same in every encoding, and rows
 * are stepped over much faster than they are imported.
 */
final class CsvRows implements RowSource {
    /** Rows are given in lists of about this many characters, so that long rows do not fill the memory. */
    private static final int BATCH_CHARACTERS = 1 << 20;

    private final TextInput input;
    private final RecordReader records;
    private final List<String> columns;
    private @Nullable Parsed first;
    private @Nullable IOException failure;
    private long position;

    private CsvRows(TextInput input, RecordReader records, Dialect dialect) throws IOException {
        this.input = input;
        this.records = records;
        Parsed start = read();
        if (start == null) {
            throw new RowException("empty-file", 0, "The file holds no rows.");
        }
        this.columns = dialect.header() ? ColumnNames.of(start) : ColumnNames.madeFor(start);
        this.first = dialect.header() ? null : start;
    }

    static CsvRows open(Path file, Dialect dialect, long position) throws IOException {
        FileHead head = FileHead.of(file);
        head.check();
        TextInput input = new TextInput(file, dialect.encoding());
        try {
            CsvRows rows = new CsvRows(input, new RecordReader(input.reader(head), dialect), dialect);
            rows.skip(position);
            return rows;
        } catch (IOException | RuntimeException problem) {
            input.close();
            throw problem;
        }
    }

    private void skip(long rows) throws IOException {
        records.keep(0);
        while (position < rows && advance() != null) {
            position++;
        }
        records.keep(columns.size());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<Row> next(int max) throws IOException {
        if (failure != null) {
            throw failure;
        }
        List<Row> rows = new ArrayList<>();
        try {
            long characters = 0;
            while (rows.size() < max && characters < BATCH_CHARACTERS) {
                Parsed record = advance();
                if (record == null) {
                    break;
                }
                Row row = row(record);
                rows.add(row);
                characters += row.values().stream().mapToInt(String::length).sum();
            }
        } catch (IOException problem) {
            failure = problem;
            if (rows.isEmpty()) {
                throw problem;
            }
        }
        position += rows.size();
        return rows;
    }

    private @Nullable Parsed advance() throws IOException {
        Parsed waiting = first;
        first = null;
        return waiting != null ? waiting : read();
    }

    private @Nullable Parsed read() throws IOException {
        try {
            return records.next();
        } catch (CharacterCodingException problem) {
            throw input.malformed();
        }
    }

    private Row row(Parsed record) {
        List<String> values = record.values();
        if (values.size() < columns.size()) {
            values = new ArrayList<>(values);
            values.addAll(Collections.nCopies(columns.size() - values.size(), ""));
        }
        RowProblem problem = record.problem();
        if (problem == null && record.filled() > columns.size()) {
            problem = RowFault.TOO_MANY_VALUES.problem();
        }
        return new Row(record.line(), Collections.unmodifiableList(values), problem);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long bytesRead() {
        return input.count();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
