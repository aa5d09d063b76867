package io.postrider.smpp.gateway;

import java.time.Duration;

/**
 * How a connection ended, or could not begin.
 *
 * @param refusal status of a refused bind; 0 if it was not refused
 * @param reason one sentence for an admin
 * @param bound how long it was bound
 */
record Ending(int refusal, String reason, Duration bound) {}
