package io.postrider.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which messages in doubt somebody wants to see, or to decide about; null means any.
 *
 * @param phone as a number
 * @param from doubts that arose at this moment or later
 * @param to doubts that arose before this
 */
public record DoubtSearch(
        long accountId,
        @Nullable Long mailingId,
        @Nullable Long runId,
        @Nullable Long senderId,
        @Nullable DoubtState state,
        @Nullable Long phone,
        @Nullable Instant from,
        @Nullable Instant to) {}
