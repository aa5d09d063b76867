package io.postrider.resource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What people subscribe to.
 *
 * @param trackingDomain where short links lead, such as {@code go.example.com}; empty for the server's own
 * @param callerIds caller ID by channel; a channel that is missing is not used
 * @param databaseIds databases whose profiles may subscribe
 */
public record Resource(
        long accountId,
        long id,
        String name,
        String website,
        String trackingDomain,
        Map<String, String> callerIds,
        List<Long> databaseIds,
        int version,
        Instant createdAt) {
    public Resource {
        callerIds = Map.copyOf(callerIds);
        databaseIds = List.copyOf(databaseIds);
    }
}
