package io.postrider.config;

import org.jspecify.annotations.Nullable;

/** Why the server cannot start. The message is one sentence for the person who started it. */
public final class CannotStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStartException(String sentence) {
        this(sentence, null);
    }

    public CannotStartException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
