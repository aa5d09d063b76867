package io.postrider.report;

import io.postrider.mailing.MailingState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailing in a calendar: planned, or with a run that was opened.
 *
 * @param runId null for what is planned
 * @param at when it is to start, or did
 * @param endedAt when the last message was handed over; null before
 * @param resource name of the resource; null while none is chosen
 * @param sender name of the sender; null while none is chosen
 * @param rehearsal whether it went, or will go, to the simulator
 */
record CalendarEntry(
        long mailingId,
        String name,
        String channel,
        MailingState state,
        @Nullable Long runId,
        Instant at,
        @Nullable Instant endedAt,
        @Nullable String resource,
        @Nullable String sender,
        boolean rehearsal) {}
