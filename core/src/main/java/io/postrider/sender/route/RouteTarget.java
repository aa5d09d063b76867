package io.postrider.sender.route;

/**
 * A sender of a rule. Where it stands in the rule is its place in the fail-over order.
 *
 * @param percent its share of the rule's messages; 0 if it only stands in for others
 * @param callerId from whom its messages come; empty to leave that as it is
 */
public record RouteTarget(long senderId, int percent, String callerId) {}
