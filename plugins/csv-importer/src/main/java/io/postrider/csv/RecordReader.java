package io.postrider.csv;

import io.postrider.plugin.api.RowException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into records and keeps each inside limits, so that memory stays flat on any text. A stray quote costs its
 * record; a quote that is never closed ends the reading, since nobody can say which of the lines behind it were meant.
 */
final class RecordReader {
    /** Most characters, over all lines, before a quote counts as never closed. */
    static final int MAX_QUOTED = 4 << 20;

    private final Reader text;
    private final int delimiter;
    private final int quote;
    private final char[] buffer = new char[32 << 10];
    private int at;
    private int end;

    private final ValueBuffer value = new ValueBuffer();
    private int keep = ColumnNames.MAX;
    private long line = 1;
    private boolean stray;

    RecordReader(Reader text, Dialect dialect) {
        this.text = text;
        this.delimiter = dialect.delimiter().character;
        this.quote = dialect.quote().character;
    }

    /** From now on only the first values of each record are kept; 0 makes skipping quick. */
    void keep(int values) {
        keep = values;
    }

    /** The next record that is not blank; null at the end. */
    @Nullable Parsed next() throws IOException {
        while (peek() >= 0) {
            Parsed record = record();
            if (!record.isBlank()) {
                return record;
            }
        }
        return null;
    }

    private Parsed record() throws IOException {
        long start = line;
        stray = false;
        value.beginRecord();
        List<String> values = new ArrayList<>(Math.min(keep, 16));
        int count = 0;
        int filled = 0;
        int quoted = 0;
        int last = delimiter;
        while (last == delimiter) {
            value.begin();
            boolean inQuotes = skipToQuote();
            last = inQuotes ? quoted() : take();
            last = plain(last);
            count++;
            quoted += inQuotes ? 1 : 0;
            filled = value.isBlank() ? filled : count;
            if (count <= keep) {
                values.add(value.text());
            }
        }
        endLine(last);
        return new Parsed(
                start, values, count, filled, quoted, stray ? RowFault.STRAY_QUOTE.problem() : value.problem());
    }

    /** Spaces before a quote do not count; any others belong to the value. */
    private boolean skipToQuote() throws IOException {
        while (peek() == ' ') {
            value.append(take());
        }
        if (peek() != quote) {
            return false;
        }
        take();
        value.begin();
        return true;
    }

    /** Takes the rest of a value without quotes, and gives what ended it. */
    private int plain(int first) throws IOException {
        int next = first;
        while (!isEnd(next)) {
            value.append(next);
            next = take();
        }
        return next;
    }

    /** Takes a value up to its closing quote, and gives what stands behind that. */
    private int quoted() throws IOException {
        long opened = line;
        int length = 0;
        while (true) {
            int next = take();
            if (next < 0 || ++length > MAX_QUOTED) {
                throw unbalanced(opened);
            }
            if (next == quote) {
                if (peek() != quote) {
                    return behindQuote(opened);
                }
                take();
            } else if (next == '\n' || (next == '\r' && peek() != '\n')) {
                line++;
            }
            value.append(next);
        }
    }

    /** Words behind a closing quote: a slip when the quote opened in this line, otherwise it was another value's. */
    private int behindQuote(long opened) throws IOException {
        int next = take();
        while (next == ' ') {
            next = take();
        }
        if (!isEnd(next)) {
            if (line > opened) {
                throw unbalanced(opened);
            }
            stray = true;
        }
        return next;
    }

    private boolean isEnd(int next) {
        return next == delimiter || next == '\n' || next == '\r' || next < 0;
    }

    private void endLine(int last) throws IOException {
        if (last == '\r' && peek() == '\n') {
            take();
        }
        line++;
    }

    private int peek() throws IOException {
        return at < end || fill() ? buffer[at] : -1;
    }

    private int take() throws IOException {
        return at < end || fill() ? buffer[at++] : -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(text.read(buffer), 0);
        return end > 0;
    }

    private static RowException unbalanced(long line) {
        return new RowException(
                "unbalanced-quote",
                line,
                "The quote that opens in line " + line
                        + " is not closed where the value ends; correct that line or choose another quote.");
    }
}
