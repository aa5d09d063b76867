package io.postrider.resource;

import io.postrider.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a batch.
 *
 * @param profileId the profile it was about; 0 if there is none
 * @param refusal why it was rejected; null unless it was
 */
public record RowOutcome(
        long line, Result result, long profileId, @Nullable Refusal refusal) {
    /** Each row is counted in exactly one of these. */
    public enum Result {
        ADDED,
        UPDATED,
        SKIPPED,
        REJECTED
    }
}
