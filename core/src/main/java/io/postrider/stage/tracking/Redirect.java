package io.postrider.stage.tracking;

/**
 * What to answer to whoever opens a short link.
 *
 * @param location where to go; empty unless the link is known
 */
record Redirect(Kind kind, String location) {
    enum Kind {
        KNOWN,
        UNKNOWN,
        TOO_MANY_WRONG,
        /** It cannot be known now. */
        UNAVAILABLE
    }

    static final Redirect UNKNOWN = new Redirect(Kind.UNKNOWN, "");
    static final Redirect TOO_MANY_WRONG = new Redirect(Kind.TOO_MANY_WRONG, "");
    static final Redirect UNAVAILABLE = new Redirect(Kind.UNAVAILABLE, "");

    static Redirect to(String location) {
        return new Redirect(Kind.KNOWN, location);
    }
}
