package io.postrider.message;

import io.postrider.plugin.api.ReceiptState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as an operator sent it.
 *
 * @param parkedId its number if it was parked; 0 if it has just come
 * @param operatorKey the operator's id of the part; may be empty
 * @param contactKey the recipient's phone as a number; 0 if it is none
 * @param code the operator's error code; empty for none
 * @param at when the operator says it happened; null if it does not say
 * @param raw its text as it came
 * @param reference our reference echoed by the operator, of 16 bits; null for none
 */
public record OperatorReceipt(
        long parkedId,
        String operatorKey,
        long contactKey,
        ReceiptState state,
        String code,
        @Nullable Instant at,
        String raw,
        @Nullable Long reference,
        Instant receivedAt) {
    private static final long REFERENCE_BITS = 0xFFFF;

    /** Whether it may be of this message, as far as the reference says. */
    public boolean isOf(long messageId) {
        return reference == null || reference == (messageId & REFERENCE_BITS);
    }

    /** The operator's error code; null for none. */
    @Nullable String codeOrNull() {
        return code.chars().allMatch(digit -> digit == '0') ? null : code;
    }

    /** When it happened, as far as is known. */
    public Instant happenedAt() {
        return at == null ? receivedAt : at;
    }
}
