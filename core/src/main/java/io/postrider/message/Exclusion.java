package io.postrider.message;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is left out of a run.
 *
 * @param detail what a person should know besides the reason, such as the template's error; null for nothing
 */
public record Exclusion(
        long subscriptionId,
        long contactKey,
        long profileId,
        ExclusionReason reason,
        @Nullable String detail) {}
