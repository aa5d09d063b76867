package io.postrider.rig;

/** Something that the person at the command line must know; the message is one clear sentence. */
public final class RigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RigException(String sentence) {
        super(sentence);
    }

    public RigException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
