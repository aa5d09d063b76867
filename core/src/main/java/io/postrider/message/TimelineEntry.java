package io.postrider.message;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a person.
 *
 * @param reference tells it from others of the same moment
 * @param kind such as {@code message} or {@code click}
 * @param details in words and numbers by name, as the API shows them
 */
public record TimelineEntry(Instant at, String reference, String kind, Map<String, Object> details) {
    public TimelineEntry {
        details = Map.copyOf(details);
    }
}
