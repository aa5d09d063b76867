package io.postrider.message;

/** Messages were not written, because their sender is being drained, or has been: they are to be written later. */
public final class SenderLeavingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SenderLeavingException(long run) {
        super("a sender of run " + run + " is being drained");
    }
}
