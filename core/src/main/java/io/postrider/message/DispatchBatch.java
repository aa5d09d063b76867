package io.postrider.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of messages of one sender.
 *
 * @param attempt which try it is, from 1
 * @param tries how often the operator has refused it
 * @param begunAt when it was tried for the first time; null before that
 * @param expiresAt what is not sent by then is not sent at all; null for no end
 * @param released messages up to this one may have touched the wire
 * @param refusedBy senders whose operators have refused it for good
 * @param stopped a person stopped the run
 * @param messagesPerSecond speed limit of the run; null for none
 */
public record DispatchBatch(
        long accountId,
        long id,
        long runId,
        String callerId,
        int priority,
        @Nullable Instant expiresAt,
        long firstId,
        long lastId,
        long released,
        int attempt,
        int tries,
        @Nullable Instant begunAt,
        List<Long> refusedBy,
        boolean stopped,
        @Nullable Integer messagesPerSecond) {

    public DispatchBatch {
        refusedBy = List.copyOf(refusedBy);
    }

    /** How many messages are not released, gaps in the numbers included. */
    public long left() {
        return lastId - released;
    }

    /** The same batch with messages released up to this one. */
    public DispatchBatch releasedTo(long id) {
        return new DispatchBatch(
                accountId,
                this.id,
                runId,
                callerId,
                priority,
                expiresAt,
                firstId,
                lastId,
                id,
                attempt,
                tries,
                begunAt,
                refusedBy,
                stopped,
                messagesPerSecond);
    }
}
