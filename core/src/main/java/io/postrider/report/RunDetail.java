package io.postrider.report;

import io.postrider.mailing.MailingState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a run shows besides the run itself.
 *
 * @param mailing names of what the run belongs to and uses; null for what is gone
 * @param mailingState where its mailing stands; null for a run without one
 * @param startedBy login of the person, or name of the API key; null if nobody is known
 * @param pausedBy who holds it; null if nobody does
 * @param due whether a message may be released now as far as its time goes
 * @param nextTry when the next message may be released, if none is due; null if none waits
 */
record RunDetail(
        @Nullable String mailing,
        @Nullable MailingState mailingState,
        @Nullable String resource,
        @Nullable String database,
        @Nullable String template,
        @Nullable String sender,
        @Nullable String startedBy,
        @Nullable String pausedBy,
        @Nullable Instant pausedAt,
        @Nullable String stoppedBy,
        @Nullable Instant stoppedAt,
        boolean due,
        @Nullable Instant nextTry) {}
