package io.postrider.csv;

import io.postrider.csv.Dialect.Delimiter;
import io.postrider.csv.Dialect.Encoding;
import io.postrider.csv.Dialect.Quote;
import io.postrider.plugin.api.RowException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file is written, judged by its first records: the delimiter that cuts them all into the same columns. */
final class DialectGuess {
    private static final int TEXT = 256 << 10;
    private static final int RECORDS = 100;
    /** What customers have and column names have not: a number, phone, date, time or address of e-mail. */
    private static final Pattern DATUM = Pattern.compile("[+(]?\\d[\\d\\s().,:/+T-]{2,}Z?|\\S+@\\S+\\.\\S+");

    private final String text;
    private final boolean whole;

    private DialectGuess(String text, boolean whole) {
        this.text = text;
        this.whole = whole;
    }

    /** Guesses what {@code given} does not say. */
    static Dialect of(FileHead head, Map<String, String> given) throws IOException {
        Encoding encoding = Optional.ofNullable(given.get(Dialect.ENCODING))
                .map(Dialect::encoding)
                .orElseGet(() -> EncodingGuess.of(head));
        DialectGuess guess = new DialectGuess(text(head, encoding), head.whole() && head.bytes().length <= TEXT);
        Optional<Quote> quote = Optional.ofNullable(given.get(Dialect.QUOTE)).map(Dialect::quote);
        Optional<Delimiter> delimiter =
                Optional.ofNullable(given.get(Dialect.DELIMITER)).map(Dialect::delimiter);
        Dialect best = guess.best(encoding, quote, delimiter);
        boolean header = given.containsKey(Dialect.HEADER)
                ? Boolean.parseBoolean(given.get(Dialect.HEADER))
                : guess.hasHeader(best);
        return new Dialect(best.delimiter(), best.quote(), encoding, header);
    }

    private static String text(FileHead head, Encoding encoding) {
        int mark = head.isMarked(encoding) ? encoding.mark.length() : 0;
        return new String(head.bytes(), mark, Math.min(head.bytes().length - mark, TEXT), encoding.charset);
    }

    private Dialect best(Encoding encoding, Optional<Quote> quote, Optional<Delimiter> delimiter) throws IOException {
        List<Dialect> candidates = new ArrayList<>();
        for (Delimiter each : delimiter.map(List::of).orElse(List.of(Delimiter.values()))) {
            Dialect candidate = new Dialect(each, quote.orElse(Quote.DOUBLE), encoding, true);
            candidates.add(quote.isEmpty() && standsInSingleQuotes(candidate) ? single(candidate) : candidate);
        }
        Dialect best = candidates.get(0);
        long bestScore = score(best);
        for (Dialect candidate : candidates) {
            long score = score(candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static Dialect single(Dialect dialect) {
        return new Dialect(dialect.delimiter(), Quote.SINGLE, dialect.encoding(), dialect.header());
    }

    private boolean standsInSingleQuotes(Dialect dialect) throws IOException {
        long doubles = 0;
        long singles = 0;
        for (Parsed record : records(dialect)) {
            doubles += record.quoted();
            singles += record.values().stream()
                    .filter(value -> value.length() > 1 && value.startsWith("'") && value.endsWith("'"))
                    .count();
        }
        return doubles == 0 && singles > 1;
    }

    /** Records that have as many values as the first, in thousandths; among equals more columns are likelier. */
    private long score(Dialect dialect) throws IOException {
        List<Parsed> records = records(dialect);
        int columns = records.isEmpty() ? 0 : records.get(0).count();
        if (columns < 2) {
            return 0;
        }
        long alike =
                records.stream().filter(record -> record.count() == columns).count();
        return alike * 1_000 / records.size() * 1_000 + Math.min(columns, 999);
    }

    /** The first records; one that the end of the head cuts off does not count. */
    private List<Parsed> records(Dialect dialect) throws IOException {
        List<Parsed> records = new ArrayList<>();
        RecordReader reader = new RecordReader(new StringReader(text), dialect);
        try {
            Parsed record = reader.next();
            while (record != null && records.size() < RECORDS) {
                records.add(record);
                record = reader.next();
            }
            if (record == null && !whole && records.size() > 1) {
                records.remove(records.size() - 1);
            }
        } catch (RowException unreadable) {
            return records;
        }
        return records;
    }

    /** A first line with something that looks like a customer's phone or birthday holds no column names. */
    private boolean hasHeader(Dialect dialect) throws IOException {
        List<Parsed> records = records(dialect);
        return records.isEmpty()
                || records.get(0).values().stream()
                        .noneMatch(value -> DATUM.matcher(value.strip()).matches());
    }
}
