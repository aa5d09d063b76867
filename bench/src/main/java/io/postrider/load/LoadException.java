package io.postrider.load;

/** A server does not do what a client needs. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LoadException(String sentence) {
        super(sentence);
    }

    LoadException(String sentence, Throwable cause) {
        super(sentence + ": " + cause.getMessage(), cause);
    }
}
