package io.postrider.simulator;

import java.time.Duration;

/**
 * Timers of SMPP 3.4 section 7.2.
 *
 * @param sessionInit from the connection to the bind
 * @param enquireLink silence after which the client is asked whether it lives
 * @param response until it must have answered that
 * @param delivery until an unanswered deliver_sm is sent again
 * @param frame silence in the middle of a PDU
 */
public record Timers(Duration sessionInit, Duration enquireLink, Duration response, Duration delivery, Duration frame) {
    /** As operators have them. */
    public static final Timers USUAL = new Timers(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30));
}
