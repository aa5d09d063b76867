package io.postrider.simulator.people;

/**
 * A link of a message that was opened.
 *
 * @param link the address
 * @param at in milliseconds since 1970
 * @param status the HTTP status of the answer; 0 if none came
 * @param robot whether a preview robot opened it
 * @param method GET or HEAD
 * @param agent the User-Agent
 */
public record Click(String link, long at, int status, boolean robot, String method, String agent) {
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    /** Whether the answer led on to somewhere else. */
    public boolean redirected() {
        return status >= FIRST_REDIRECT && status < FIRST_ERROR;
    }
}
