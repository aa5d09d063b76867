package io.postrider.template;

/**
 * A stretch of a template: literal text, or what stands between braces.
 *
 * @param content the text as it is sent, or the inside of the tag
 * @param start where the piece begins in the template
 * @param inside where the inside of the tag begins
 * @param trimsBefore whether the white space in front of it is dropped
 * @param trimsAfter whether the white space behind it is dropped
 */
record Piece(Kind kind, String content, int start, int inside, boolean trimsBefore, boolean trimsAfter) {
    /** What a piece is. */
    enum Kind {
        TEXT,
        /** {@code {…}} */
        TAG,
        /** {@code {{…}}} */
        HANDLEBARS,
        COMMENT
    }

    static Piece text(String content, int start) {
        return new Piece(Kind.TEXT, content, start, start, false, false);
    }

    static Piece tag(String content, int start) {
        return new Piece(Kind.TAG, content, start, start + 1, false, false);
    }

    Piece withContent(String other) {
        return new Piece(kind, other, start, inside, trimsBefore, trimsAfter);
    }
}
