package io.postrider.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JobPaceTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, Long> QUARTER = Map.of("rows", 5_000L, "bytesRead", 250L, "bytes", 1_000L);

    @Test
    void aRunningJobTellsItsRateAndWhenItWillEnd() {
        JobPace pace = JobPace.of(job(JobState.RUNNING, QUARTER, START.plusSeconds(10)));
        assertThat(pace).isEqualTo(new JobPace(25, 500, 30));
    }

    @Test
    void aJobThatHasNotBegunKnowsNothing() {
        assertThat(JobPace.of(job(JobState.WAITING, Map.of(), null))).isEqualTo(new JobPace(0, 0, -1));
        assertThat(JobPace.of(job(JobState.RUNNING, Map.of(), START))).isEqualTo(new JobPace(0, 0, -1));
    }

    @Test
    void aJobThatIsOverHasNothingLeft() {
        assertThat(JobPace.of(job(JobState.CANCELLED, QUARTER, START.plusSeconds(10))))
                .isEqualTo(new JobPace(25, 500, 0));
        assertThat(JobPace.of(job(JobState.FINISHED, Map.of(), START)).percent())
                .isEqualTo(100);
    }

    private static Job job(JobState state, Map<String, Long> progress, @Nullable Instant seen) {
        @Nullable Instant begun = seen == null ? null : START;
        return new Job(1, 1, "import", state, Map.of(), progress, 0, null, false, 1, 1, START, begun, null, seen);
    }
}
