package io.postrider.resource;

/** Subscriptions of a database's profiles to a resource in a channel. */
public record Audience(long accountId, long resourceId, String channel, long databaseId) {}
