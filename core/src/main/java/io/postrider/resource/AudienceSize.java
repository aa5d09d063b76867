package io.postrider.resource;

/**
 * How many an audience is.
 *
 * @param subscriptions of any status
 * @param active subscriptions that may be written to
 * @param contacts different contacts among the active ones
 */
public record AudienceSize(long subscriptions, long active, long contacts) {}
