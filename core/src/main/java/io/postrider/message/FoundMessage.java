package io.postrider.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as lists show it.
 *
 * @param mailing name of its mailing; null if that is gone
 * @param sender name of its sender; null if that is gone
 * @param test whether it belongs to a test run
 * @param rehearsal whether it went, or will go, to the simulator
 */
public record FoundMessage(
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
        MessageState state,
        Instant createdAt) {}
