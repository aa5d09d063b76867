package io.postrider.mailing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailing as a person set it up. What is null is not chosen yet; only a draft may have such gaps.
 *
 * @param kind what starts it; so far always {@code broadcast}
 * @param senderId the sender of every message; null if a virtual sender chooses
 * @param virtualSenderId chooses the sender of each message; null if there is one sender
 * @param sendAt when it starts; null means at once when it is activated
 * @param recipientsLimit at most so many people; null for no limit
 * @param messagesPerSecond speed limit of this mailing; null for the sender's alone
 * @param changedBy login of the person, or name of the API key, that changed it last; empty when the server did
 */
public record Mailing(
        long accountId,
        long id,
        String name,
        String kind,
        MailingState state,
        String channel,
        @Nullable Long resourceId,
        @Nullable Long databaseId,
        @Nullable Long templateId,
        @Nullable Long senderId,
        @Nullable Long virtualSenderId,
        @Nullable Instant sendAt,
        @Nullable Long recipientsLimit,
        @Nullable Integer messagesPerSecond,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String changedBy) {

    /** The same mailing under the number that the store gave it. */
    public Mailing numbered(long newId) {
        return new Mailing(
                accountId,
                newId,
                name,
                kind,
                state,
                channel,
                resourceId,
                databaseId,
                templateId,
                senderId,
                virtualSenderId,
                sendAt,
                recipientsLimit,
                messagesPerSecond,
                1,
                createdAt,
                updatedAt,
                changedBy);
    }

    /** A fresh draft with the same content. */
    public Mailing copy(String newName, String by, Instant now) {
        return new Mailing(
                accountId,
                0,
                newName,
                kind,
                MailingState.DRAFT,
                channel,
                resourceId,
                databaseId,
                templateId,
                senderId,
                virtualSenderId,
                null,
                recipientsLimit,
                messagesPerSecond,
                1,
                now,
                now,
                by);
    }
}
