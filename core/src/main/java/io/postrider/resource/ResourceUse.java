package io.postrider.resource;

import java.util.Map;

/**
 * How a resource is used.
 *
 * @param subscriptions how many there are of each status; a status without any is missing
 * @param databases names of its databases by their ids
 */
public record ResourceUse(Map<SubscriptionStatus, Long> subscriptions, Map<Long, String> databases) {
    /** The use of a resource that nobody knows. */
    static final ResourceUse NONE = new ResourceUse(Map.of(), Map.of());

    public ResourceUse {
        subscriptions = Map.copyOf(subscriptions);
        databases = Map.copyOf(databases);
    }
}
