package io.postrider.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one step of a sender's lane commits together.
 *
 * @param events in the order in which they happened
 * @param leftOut people whose messages were taken back
 * @param released by batch, the last message that may touch the wire from now on
 * @param ended batches of which every message has its outcome
 * @param parked receipts that belong to no message yet
 * @param passedOn receipts of other senders' messages
 * @param claimed numbers of parked receipts that found their message
 * @param kept numbers of receipts that were passed on to this sender and belong to no message of it
 */
public record LaneWrites(
        List<MessageEvent> events,
        List<LeftOut> leftOut,
        Map<Long, Long> released,
        List<Long> ended,
        List<Retry> retries,
        List<OperatorReceipt> parked,
        List<PassedOn> passedOn,
        List<Long> claimed,
        List<Long> kept,
        List<HandsetReply> replies) {

    public LaneWrites {
        events = List.copyOf(events);
        leftOut = List.copyOf(leftOut);
        released = Map.copyOf(released);
        ended = List.copyOf(ended);
        retries = List.copyOf(retries);
        parked = List.copyOf(parked);
        passedOn = List.copyOf(passedOn);
        claimed = List.copyOf(claimed);
        kept = List.copyOf(kept);
        replies = List.copyOf(replies);
    }

    /** A receipt that came here, and the sender whose message it is of. */
    public record PassedOn(long senderId, OperatorReceipt receipt) {}

    /** Somebody whose message was taken back. */
    public record LeftOut(long accountId, long runId, Instant at, Exclusion exclusion) {}

    /**
     * A message that is to be tried again.
     *
     * @param senderId by which sender; another than before if that one's operator has refused it for good
     * @param refusedBy senders that will not get it any more
     * @param tries how often the operator has refused it
     * @param begunAt when it was tried for the first time; null if it begins anew
     */
    public record Retry(
            long senderId,
            long runId,
            long messageId,
            String callerId,
            int priority,
            Instant notBefore,
            @Nullable Instant expiresAt,
            int attempt,
            int tries,
            @Nullable Instant begunAt,
            List<Long> refusedBy) {

        public Retry {
            refusedBy = List.copyOf(refusedBy);
        }
    }
}
