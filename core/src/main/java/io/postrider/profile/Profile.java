package io.postrider.profile;

import java.time.Instant;
import java.util.Map;

/**
 * A person in a database.
 *
 * @param values standard and custom fields by name; fields without a value are missing. The Java types are those of
 *     {@link FieldType}
 */
public record Profile(
        long accountId,
        long databaseId,
        long id,
        Map<String, Object> values,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    public Profile {
        values = Map.copyOf(values);
    }
}
