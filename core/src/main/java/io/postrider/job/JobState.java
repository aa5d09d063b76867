package io.postrider.job;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a job is. */
public enum JobState {
    WAITING,
    RUNNING,
    FINISHED,
    FAILED,
    CANCELLED;

    /** The word for it in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing will happen to it any more. */
    public boolean isOver() {
        return this != WAITING && this != RUNNING;
    }

    /** The state of a word. */
    public static Optional<JobState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
