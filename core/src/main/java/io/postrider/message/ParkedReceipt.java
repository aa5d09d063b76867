package io.postrider.message;

import org.jspecify.annotations.Nullable;

/**
 * A receipt that belongs to no message that is known.
 *
 * @param sender name of the sender it came to; null if that is gone
 */
public record ParkedReceipt(
        OperatorReceipt receipt, long senderId, @Nullable String sender) {}
