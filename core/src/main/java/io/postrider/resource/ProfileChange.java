package io.postrider.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a batch says about one person.
 *
 * @param line by which the outcome is told apart
 * @param keys looked for in order; the first that finds somebody decides, and with several hits the oldest profile. Without keys, or
 *     without a hit, it is a new profile
 * @param version the profile's version that is changed; null for whatever is there
 * @param values fields to set, in the Java types of their {@link io.postrider.profile.FieldType}
 * @param cleared fields to empty
 */
public record ProfileChange(
        long line,
        List<MatchKey> keys,
        @Nullable Integer version,
        Map<String, Object> values,
        Set<String> cleared,
        List<NewSubscription> subscriptions) {
    public ProfileChange {
        keys = List.copyOf(keys);
        values = Map.copyOf(values);
        cleared = Set.copyOf(cleared);
        subscriptions = List.copyOf(subscriptions);
    }
}
