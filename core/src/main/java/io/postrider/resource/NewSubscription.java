package io.postrider.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that a profile shall have.
 *
 * @param contact digits of a phone in E.164
 * @param status null leaves the status of a subscription that is there already, and subscribes otherwise: an import never brings back
 *     who has opted out
 * @param source where it comes from, such as {@code file} or {@code api}
 */
public record NewSubscription(
        long resourceId,
        String channel,
        String contact,
        @Nullable SubscriptionStatus status,
        int priority,
        String source,
        @Nullable Instant optedInAt,
        @Nullable String optedInIp,
        @Nullable String optedInUrl) {
    /** A subscription to SMS without more being known about it. */
    public static NewSubscription sms(long resourceId, String phone, String source) {
        return new NewSubscription(resourceId, "sms", phone, null, 0, source, null, null, null);
    }

    /** The contact as a number. */
    public long contactKey() {
        return Long.parseLong(contact);
    }
}
