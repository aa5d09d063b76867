package io.postrider.load;

/**
 * Where a server listens on this machine and who may bind there.
 *
 * @param systemId at most 15 characters
 * @param password at most 8 characters
 */
public record Account(int port, String systemId, String password) {
    /** The machine. */
    static final String HOST = "127.0.0.1";
}
