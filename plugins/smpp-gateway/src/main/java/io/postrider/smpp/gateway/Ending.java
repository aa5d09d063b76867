package io.postrider.smpp.gateway;

/**
 * How a connection ended, or could not begin.
 *
 * @param refusal status of a refused bind; 0 if it was not refused
 * @param reason one sentence for an admin
 * @param wasBound whether it had been bound
 */
record Ending(int refusal, String reason, boolean wasBound) {}
