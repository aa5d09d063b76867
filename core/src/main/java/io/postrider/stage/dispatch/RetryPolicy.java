package io.postrider.stage.dispatch;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a message that an operator refused for now is tried again.
 *
 * @param tries tries altogether
 * @param first pause after the first try; each later one is five times the one before
 * @param longest no pause is longer
 */
public record RetryPolicy(int tries, Duration first, Duration longest) {
    private static final int GROWTH = 5;

    /** The pause after this try; empty if it was the last. */
    Optional<Duration> pauseAfter(int attempt) {
        if (attempt >= tries) {
            return Optional.empty();
        }
        Duration pause = first;
        for (int i = 1; i < attempt && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(GROWTH);
        }
        return Optional.of(pause.compareTo(longest) < 0 ? pause : longest);
    }
}
