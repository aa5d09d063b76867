package io.postrider.template;

/** This template cannot be rendered for this recipient; others are not affected. Expected, so without a stack trace. */
public final class RenderException extends Exception {
    private static final long serialVersionUID = 1;

    RenderException(String sentence) {
        super(sentence, null, false, false);
    }

    /** The reason for a marketer. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
