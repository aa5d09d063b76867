package io.postrider.report;

import io.postrider.message.MessageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a run's audience: who got a message, or who was left out.
 *
 * @param messageId null for somebody left out
 * @param state where the message stands
 * @param at when it came there
 * @param code the operator's error code, or the reason why somebody was left out; null for none
 * @param detail words for a person; null for none
 * @param text of the message; empty for somebody left out
 */
public record Recipient(
        @Nullable Long messageId,
        long profileId,
        long subscriptionId,
        String contact,
        MessageState state,
        Instant at,
        @Nullable String code,
        @Nullable String detail,
        int parts,
        String text) {}
