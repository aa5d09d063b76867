package io.postrider.report;

import io.postrider.mailing.Mailing;
import io.postrider.mailing.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailing as a list shows it.
 *
 * @param resource names of what it uses; null for what is not chosen yet
 * @param rehearsal whether its sender leads to the simulator
 * @param lastRun its newest live run; null before the first
 * @param sortKey what the list is ordered by, as text
 */
public record MailingRow(
        Mailing mailing,
        @Nullable String resource,
        @Nullable String database,
        @Nullable String template,
        @Nullable String sender,
        boolean rehearsal,
        @Nullable LastRun lastRun,
        String sortKey) {

    /** A run without its figures. */
    public record LastRun(
            long id,
            RunState state,
            boolean rehearsal,
            boolean stopped,
            Instant openedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant restedAt) {}
}
