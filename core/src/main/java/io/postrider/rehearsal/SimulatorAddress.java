package io.postrider.rehearsal;

import java.net.URI;

/**
 * Where the simulator is, or is to be.
 *
 * @param web its page and interface
 */
public record SimulatorAddress(String smppHost, int smppPort, URI web) {
    /** By what a sender binds to it. */
    static final String ACCOUNT = "postrider";

    /** Its well-known password: the simulator reaches nobody. */
    static final String PASSWORD = "simulate";

    private static final int HTTP = 80;

    int webPort() {
        return web.getPort() < 0 ? HTTP : web.getPort();
    }
}
