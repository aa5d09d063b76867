package io.postrider.http;

/**
 * By what a request says who calls.
 *
 * @param token the session's or the API key's secret; empty for nobody
 */
public record Credential(Kind kind, String token) {
    /** A request without any. */
    public static final Credential NOBODY = new Credential(Kind.NOBODY, "");

    /** What kinds of credential there are. */
    public enum Kind {
        NOBODY,
        /** The cookie of a browser; a change needs its CSRF token too. */
        SESSION,
        /** The bearer token of a program. */
        API_KEY
    }

    /** Never prints the secret. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
