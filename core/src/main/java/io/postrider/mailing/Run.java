package io.postrider.mailing;

import io.postrider.sender.CharsetPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One launch of a mailing, with everything that rendering depends on as it was when it opened.
 *
 * @param id its upper 32 bits are the week it opened, which names the partition of its messages
 * @param mailingId 0 for a message that only tries a sender out; then resource, database and template are 0 too
 * @param kind {@code live}, or {@code test} for messages to given phones
 * @param rehearsal its sender led to the simulator when it opened; the store says so
 * @param senderId 0 if a virtual sender chooses; its rules are read by the store
 * @param callerId of the resource or the sender; may be empty if a virtual sender chooses
 * @param charset of its sender when it opened; the senders of a virtual one have their own
 * @param stopped a person ended it: what is not released yet is left out
 * @param trackingBase address in front of a short code, such as {@code http://127.0.0.1:8081/}
 * @param seed of everything random in its rendering
 * @param testContacts phones of a test run; empty for a live one
 * @param cursorMillis time it took to count and cut the audience; null while that goes on
 * @param withoutContact profiles of the database that have no contact in the resource
 */
public record Run(
        long accountId,
        long id,
        long mailingId,
        String kind,
        boolean rehearsal,
        RunState state,
        boolean stopped,
        String channel,
        long resourceId,
        long databaseId,
        long templateId,
        int templateVersion,
        long senderId,
        String callerId,
        String trackingBase,
        Duration validity,
        int maxParts,
        CharsetPolicy charset,
        @Nullable Long recipientsLimit,
        @Nullable Integer messagesPerSecond,
        long seed,
        List<String> testContacts,
        Instant openedAt,
        @Nullable Long cursorMillis,
        @Nullable Long withoutContact,
        @Nullable Integer chunks,
        @Nullable Instant renderedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant restedAt) {

    /** Kind of a run that goes to the audience. */
    public static final String LIVE = "live";

    /** Kind of a run that goes to given phones. */
    public static final String TEST = "test";

    private static final int WEEK_SHIFT = 32;
    private static final long DAYS_A_WEEK = 7;
    private static final long SECONDS_A_DAY = 86_400;

    public Run {
        testContacts = List.copyOf(testContacts);
    }

    /** Weeks since 1970-01-01 at an instant; the partition that a run opened then writes to. */
    public static long week(Instant at) {
        return at.getEpochSecond() / SECONDS_A_DAY / DAYS_A_WEEK;
    }

    /** The id of the {@code number}-th run, opened at an instant. */
    public static long id(Instant openedAt, long number) {
        return (week(openedAt) << WEEK_SHIFT) + number;
    }

    /** Whether a virtual sender chooses the sender of each message. */
    public boolean isRouted() {
        return senderId == 0;
    }

    /** Whether it goes to given phones only. */
    public boolean isTest() {
        return TEST.equals(kind);
    }
}
