package io.postrider.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reply as lists show it.
 *
 * @param sender name of the sender it came to; null if that is gone
 * @param kind null while nobody has read it
 * @param changed subscriptions that it ended or gave back
 * @param spared it came from the simulator to an account that also writes to real people, so it changed nobody
 * @param repeated the reply before it was the same
 * @param answers the message that it answers; null if none is known
 * @param person whose it is; null if that is not known
 */
public record FoundReply(
        long id,
        long senderId,
        @Nullable String sender,
        String contact,
        String callerId,
        String text,
        Instant at,
        @Nullable ReplyKind kind,
        String word,
        int changed,
        boolean spared,
        boolean repeated,
        @Nullable Answered answers,
        @Nullable Person person) {
    /** A message with what it belongs to; test messages have no mailing. */
    public record Answered(
            long runId,
            long messageId,
            @Nullable Long mailingId,
            @Nullable String mailing,
            @Nullable Long resourceId,
            @Nullable String resource) {}

    /** A profile; {@code name} is empty if it has none. */
    public record Person(long databaseId, long profileId, String name) {}
}
