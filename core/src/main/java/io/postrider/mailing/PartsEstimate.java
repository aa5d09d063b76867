package io.postrider.mailing;

import org.jspecify.annotations.Nullable;

/**
 * How many parts an audience costs, from rendering some of it. Counts are those of the sample, {@code messages} and
 * {@code total} are for all recipients.
 *
 * @param sampled people who were rendered
 * @param exact whether they are all
 * @param messages recipients who would get a message
 * @param total parts of all messages
 * @param one messages of one part
 * @param two messages of two parts
 * @param more messages of more parts
 * @param longest parts of the longest message
 * @param notRenderable people for whom the template fails or says nothing
 * @param notGsm messages that the sender does not take because they would be UCS-2
 * @param tooLong messages of more parts than the sender allows
 * @param cost of all messages; null if no sender has a price
 */
public record PartsEstimate(
        int sampled,
        boolean exact,
        long messages,
        long total,
        int one,
        int two,
        int more,
        int longest,
        int gsm7,
        int ucs2,
        int notRenderable,
        int notGsm,
        int tooLong,
        @Nullable CostEstimate cost) {}
