package io.postrider.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes time and goes on in the background.
 *
 * @param kind what it does, such as {@code import}
 * @param parameters what it was asked to do
 * @param progress its counters by name
 * @param position where it goes on after an interruption; means something only to its kind
 * @param problem why it failed; null unless it did
 * @param claim how often it was taken up; whoever runs it writes only while this is still the stored number
 * @param seenAt when its progress was written last; null before it was taken up
 */
public record Job(
        long accountId,
        long id,
        String kind,
        JobState state,
        Map<String, Object> parameters,
        Map<String, Long> progress,
        long position,
        @Nullable JobProblem problem,
        boolean cancelAsked,
        int claim,
        long startedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant seenAt) {
    public Job {
        parameters = Map.copyOf(parameters);
        progress = Map.copyOf(progress);
    }
}
