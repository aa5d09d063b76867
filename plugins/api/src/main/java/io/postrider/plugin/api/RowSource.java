package io.postrider.plugin.api;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A source of rows that is pulled. Used by one thread at a time; memory must not grow with the file. */
public interface RowSource extends Closeable {
    /** Names of the columns, from the header line or made ({@code Column 1}, …) where there is none. */
    List<String> columns();

    /**
     * The next rows, at most {@code max}; empty at the end. A row that cannot be read is a {@link Row} with a problem, and
     * reading goes on behind it where that is possible.
     *
     * @throws RowException if nothing behind this point can be read
     */
    List<Row> next(int max) throws IOException;

    /** Where reading would go on behind the rows given so far; means something only to the importer that made it. */
    long position();

    /** Bytes read so far, for the progress. */
    long bytesRead();
}
