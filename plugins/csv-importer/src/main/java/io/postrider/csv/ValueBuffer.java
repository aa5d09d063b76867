package io.postrider.csv;

import io.postrider.plugin.api.RowProblem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The value that is being read. Keeps at most the longest value allowed, however much is appended. */
final class ValueBuffer {
    /** Longest value in characters. */
    static final int MAX_VALUE = 256 << 10;
    /** Most characters of all values of a record. */
    static final int MAX_RECORD = 1 << 20;

    private static final int EXCERPT = 100;

    private char[] characters = new char[1 << 10];
    private int length;
    private long recordLength;
    private boolean zero;
    private boolean tooLong;

    void beginRecord() {
        recordLength = 0;
        zero = false;
        tooLong = false;
    }

    void begin() {
        length = 0;
    }

    void append(int character) {
        zero |= character == 0;
        if (length == characters.length && length <= MAX_VALUE) {
            characters = Arrays.copyOf(characters, 2 * length);
        }
        if (length <= MAX_VALUE) {
            characters[length++] = (char) character;
        }
    }

    boolean isBlank() {
        int at = 0;
        while (at < length && Character.isWhitespace(characters[at])) {
            at++;
        }
        return at == length;
    }

    /** The value; only its beginning when it, or its record, is too long. */
    String text() {
        recordLength += length;
        tooLong |= length > MAX_VALUE;
        return tooLong || recordLength > MAX_RECORD
                ? new String(characters, 0, Math.min(length, EXCERPT))
                : new String(characters, 0, length);
    }

    /** What is wrong with the values of this record. */
    @Nullable RowProblem problem() {
        if (tooLong) {
            return RowFault.VALUE_TOO_LONG.problem();
        }
        if (recordLength > MAX_RECORD) {
            return RowFault.ROW_TOO_LONG.problem();
        }
        return zero ? RowFault.ZERO_CHARACTER.problem() : null;
    }
}
