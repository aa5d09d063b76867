package io.postrider.resource;

import java.util.Map;

/**
 * A subscription with its profile, as rendering reads it.
 *
 * @param contact where messages go, such as the digits of a phone
 * @param contactKey the contact as a number
 * @param status number of the subscription's {@link SubscriptionStatus}; 0 is subscribed
 * @param profile fields that have a value, by name; {@code _id} is the profile's id as a text
 */
public record Recipient(
        long subscriptionId,
        long profileId,
        long contactKey,
        String contact,
        int status,
        Map<String, Object> profile) {}
