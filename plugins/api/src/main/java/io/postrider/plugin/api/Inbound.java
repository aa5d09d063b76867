package io.postrider.plugin.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an operator sends on its own. */
public sealed interface Inbound {
    /**
     * A delivery receipt of one part.
     *
     * @param operatorId the operator's id of the part, as it was given in {@link Outcome.Accepted}; may be empty
     * @param from the recipient's phone in E.164 without the plus sign
     * @param to our caller ID
     * @param state what the operator says of the part
     * @param code the operator's error code, {@code 000} or empty for none
     * @param at when the operator says it happened; null if it does not say
     * @param text the receipt's raw text
     * @param reference our reference echoed by the operator ({@code user_message_reference}); null if it has none
     */
    record Receipt(
            String operatorId,
            String from,
            String to,
            ReceiptState state,
            String code,
            @Nullable Instant at,
            String text,
            @Nullable Long reference)
            implements Inbound {}

    /**
     * A message from a handset.
     *
     * @param from the handset's phone in E.164 without the plus sign
     * @param to the number or caller ID it was sent to
     * @param text decoded text, all parts joined
     * @param at when it was received
     */
    record Reply(String from, String to, String text, Instant at) implements Inbound {}
}
