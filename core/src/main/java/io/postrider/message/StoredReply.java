package io.postrider.message;

import org.jspecify.annotations.Nullable;

/**
 * A message from a handset, as lists show it.
 *
 * @param sender name of the sender it came to; null if that is gone
 */
public record StoredReply(
        long id,
        HandsetReply reply,
        long senderId,
        @Nullable String sender) {}
