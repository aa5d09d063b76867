package io.postrider.plugin.api;

import java.io.IOException;

/** A file that cannot be read as rows. The message is one sentence for the person who brought the file. */
public final class RowException extends IOException {
    private static final long serialVersionUID = 1;
    private final String code;
    private final long line;

    /**
     * @param code stable reason, such as {@code binary-file} or {@code unbalanced-quote}
     * @param line line of the file, from 1; 0 when it is about the whole file
     * @param sentence what is wrong and what to do
     */
    public RowException(String code, long line, String sentence) {
        super(sentence);
        this.code = code;
        this.line = line;
    }

    /** Stable reason. */
    public String code() {
        return code;
    }

    /** Line of the file, from 1; 0 when it is about the whole file. */
    public long line() {
        return line;
    }
}
