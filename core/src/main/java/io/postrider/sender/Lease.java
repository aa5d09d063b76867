package io.postrider.sender;

/**
 * The right to send for a sender. Whoever takes over gets a greater epoch, and from then on nothing of an older one can be
 * committed.
 *
 * @param node the server that holds it
 */
public record Lease(long accountId, long senderId, String node, long epoch) {}
