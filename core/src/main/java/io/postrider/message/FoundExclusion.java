package io.postrider.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was left out of a run, as lists show it.
 *
 * @param reason code of the {@link ExclusionReason}
 * @param detail what a person should know besides the reason; null for nothing
 */
public record FoundExclusion(
        long runId,
        @Nullable Long mailingId,
        @Nullable String mailing,
        long contactKey,
        long profileId,
        long subscriptionId,
        String reason,
        @Nullable String detail,
        Instant at) {}
