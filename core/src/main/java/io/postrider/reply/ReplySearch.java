package io.postrider.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which replies are wanted; null is any.
 *
 * @param before only those with a smaller number
 * @param part what stands in the text or the phone; empty for all
 * @param to the first moment that does not belong to it any more
 */
public record ReplySearch(
        long accountId,
        long before,
        String part,
        @Nullable ReplyKind kind,
        @Nullable Long senderId,
        @Nullable Instant from,
        @Nullable Instant to) {}
