package io.postrider.job;

import java.util.List;
import java.util.Map;

/** How far a job has come; written in the same transaction as what it did. */
public record JobStep(Job job, long position, Map<String, Long> progress, List<RejectedRow> rejected) {
    public JobStep {
        progress = Map.copyOf(progress);
        rejected = List.copyOf(rejected);
    }
}
