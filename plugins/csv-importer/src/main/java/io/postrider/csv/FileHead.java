package io.postrider.csv;

import io.postrider.plugin.api.RowException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The first part of a file. */
final class FileHead {
    /** Enough for the first odd letter of a long list to be among them. */
    static final int LENGTH = 4 << 20;

    private static final String SAVE_AS = " Save it as CSV and try again.";

    /** Beginnings of files that marketers take for lists. */
    private enum Kind {
        ZIP("This is an Excel workbook or a ZIP archive, not a text file.", "PK\u0003\u0004"),
        XLS("This is an old Excel workbook, not a text file.", "\u00D0\u00CF\u0011\u00E0"),
        PDF("This is a PDF document, not a text file.", "%PDF"),
        GZIP("This is a compressed file, not a text file.", "\u001F\u008B"),
        PNG("This is a picture, not a text file.", "\u0089PNG"),
        JPEG("This is a picture, not a text file.", "\u00FF\u00D8\u00FF");

        private final String sentence;
        private final String beginning;

        Kind(String sentence, String beginning) {
            this.sentence = sentence;
            this.beginning = beginning;
        }
    }

    private final byte[] bytes;
    private final boolean whole;

    /**
     * @param bytes at most {@link #LENGTH}
     * @param whole whether the file ends with them
     */
    FileHead(byte[] bytes, boolean whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean whole() {
        return whole;
    }

    static FileHead of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LENGTH);
            return new FileHead(bytes, bytes.length < LENGTH || in.read() < 0);
        }
    }

    /** Refuses what is no text at all. */
    void check() throws RowException {
        if (bytes.length == 0) {
            throw new RowException("empty-file", 0, "The file is empty.");
        }
        for (Kind kind : Kind.values()) {
            if (beginsWith(kind.beginning)) {
                throw new RowException("binary-file", 0, kind.sentence + SAVE_AS);
            }
        }
        if (EncodingGuess.utf16(this).isEmpty() && hasZero()) {
            throw new RowException("binary-file", 0, "This is not a text file." + SAVE_AS);
        }
    }

    boolean looksLikeText() {
        try {
            check();
            return true;
        } catch (RowException noText) {
            return false;
        }
    }

    /** The encoding whose byte order mark the file begins with. */
    Optional<Dialect.Encoding> marked() {
        for (Dialect.Encoding encoding : Dialect.Encoding.values()) {
            if (isMarked(encoding)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    boolean isMarked(Dialect.Encoding encoding) {
        return !encoding.mark.isEmpty() && beginsWith(encoding.mark);
    }

    private boolean beginsWith(String beginning) {
        if (bytes.length < beginning.length()) {
            return false;
        }
        for (int at = 0; at < beginning.length(); at++) {
            if ((bytes[at] & 0xFF) != beginning.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasZero() {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }
}
