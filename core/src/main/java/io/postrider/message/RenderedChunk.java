package io.postrider.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that rendering made of one chunk of a run.
 *
 * @param worker who claimed the chunk
 * @param callerId from whom the messages come
 * @param priority greater goes first
 * @param expiresAt what is not sent by then is not sent at all; null for no end
 * @param received subscriptions in the chunk's range, of any status
 * @param found active subscriptions in the chunk's range
 */
public record RenderedChunk(
        long accountId,
        long runId,
        int no,
        String worker,
        String channel,
        int templateVersion,
        String callerId,
        int priority,
        @Nullable Instant expiresAt,
        Instant renderedAt,
        long received,
        long found,
        List<NewMessage> messages,
        List<Exclusion> exclusions) {

    public RenderedChunk {
        messages = List.copyOf(messages);
        exclusions = List.copyOf(exclusions);
    }
}
