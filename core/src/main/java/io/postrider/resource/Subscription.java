package io.postrider.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a person gets messages of a resource in a channel under a contact.
 *
 * @param source where it comes from, such as {@code file}
 * @param optedInAt when the person agreed, with the address and the page below; null if nobody said
 */
public record Subscription(
        long accountId,
        long id,
        long resourceId,
        String channel,
        long databaseId,
        long profileId,
        String contact,
        SubscriptionStatus status,
        int priority,
        String source,
        @Nullable Instant optedInAt,
        @Nullable String optedInIp,
        @Nullable String optedInUrl,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
