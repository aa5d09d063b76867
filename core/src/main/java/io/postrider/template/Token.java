package io.postrider.template;

/** A word of a tag. {@code text} of a quoted text is what stands between the quotes, its escapes resolved. */
record Token(Kind kind, String text, int offset) {
    /** What a token is. */
    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sought) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(sought);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isEnd() {
        return kind == Kind.END;
    }

    /** How a problem names it. */
    String shown() {
        return switch (kind) {
            case TEXT -> "\"" + text + "\"";
            case END -> "the end of the tag";
            default -> text;
        };
    }
}
