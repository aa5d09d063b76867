package io.postrider.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in doubt as people see it.
 *
 * @param mailingId 0 and without a name if it belongs to no mailing
 * @param sender its name; null if it is gone
 * @param since when it came into doubt first
 * @param attempt the try that nobody knows the end of
 * @param goodUntil when its time passes
 */
public record FoundDoubt(
        long id,
        long runId,
        @Nullable Long mailingId,
        @Nullable String mailing,
        boolean test,
        boolean rehearsal,
        long senderId,
        @Nullable String sender,
        String contact,
        int parts,
        DoubtState state,
        String reason,
        int attempt,
        Instant since,
        Instant goodUntil) {}
