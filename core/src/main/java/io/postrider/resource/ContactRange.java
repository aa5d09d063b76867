package io.postrider.resource;

/**
 * A range of contact keys, both ends included; all subscriptions of one contact lie in the same range.
 *
 * @param received subscriptions in it, of any status
 * @param found active subscriptions in it
 */
public record ContactRange(long from, long to, long received, long found) {}
