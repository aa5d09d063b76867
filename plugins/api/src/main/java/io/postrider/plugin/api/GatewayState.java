package io.postrider.plugin.api;

/**
 * State of a gateway's connection.
 *
 * @param phase whether messages can be submitted now
 * @param detail one sentence for an admin, without secrets; why it is not up, or how many connections are
 * @param next one sentence on what the gateway will do by itself, such as when it tries again; empty if there is nothing to say.
 *     A gateway that is only tried out does nothing more, so people do not read this of it.
 */
public record GatewayState(Phase phase, String detail, String next) {
    /** A state without anything to say about what follows. */
    public GatewayState(Phase phase, String detail) {
        this(phase, detail, "");
    }

    /** How it is and what follows, as people read it of a gateway that runs. */
    public String sentences() {
        return next.isEmpty() ? detail : detail + " " + next;
    }

    /** Where the connection stands. A {@code PARKED} gateway does not try again until it is restarted by a person. */
    public enum Phase {
        CONNECTING,
        UP,
        DOWN,
        PARKED,
        STOPPED
    }
}
