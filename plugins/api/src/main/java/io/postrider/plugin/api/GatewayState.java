package io.postrider.plugin.api;

/**
 * State of a gateway's connection.
 *
 * @param phase whether messages can be submitted now
 * @param detail one sentence for an admin, without secrets; why it is not up, or how many connections are
 */
public record GatewayState(Phase phase, String detail) {
    /** Where the connection stands. A {@code PARKED} gateway does not try again until it is restarted by a person. */
    public enum Phase {
        CONNECTING,
        UP,
        DOWN,
        PARKED,
        STOPPED
    }
}
