package io.postrider.message;

import io.postrider.sender.price.PriceList;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a message.
 *
 * @param part from 1; 0 for the whole message
 * @param from where the message stood before
 * @param to where it stands now; the same if this event did not move it
 * @param code the operator's error code, or the reason of an exclusion; null for none
 * @param operatorKey the operator's id of the part; null for none
 * @param receipt what a receipt says of the part; null if it is none
 * @param detail words for a person, such as the raw receipt; null for none
 * @param messageParts how many parts the message has, for the counters
 * @param cost what the operator asks for the message, in millionths; {@link PriceList#NO_PRICE} if this says nothing of it
 */
public record MessageEvent(
        long accountId,
        long runId,
        long messageId,
        Instant at,
        EventKind kind,
        int attempt,
        int part,
        MessageState from,
        MessageState to,
        @Nullable String code,
        @Nullable String operatorKey,
        @Nullable PartState receipt,
        @Nullable String detail,
        int messageParts,
        long cost) {

    /** Whether it moved the message. */
    public boolean isTransition() {
        return from != to;
    }

    /** Whether the operator asks something, or expressly nothing, for what happened. */
    public boolean hasCost() {
        return cost != PriceList.NO_PRICE;
    }
}
