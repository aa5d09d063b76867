package io.postrider.smpp.gateway;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: pauses that double up to the longest, each shortened by up to a half so that
 * many clients do not come at once. Forgotten as soon as an attempt succeeds, so that the way back from an outage is short.
 */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest.compareTo(first) < 0 ? first : longest;
        this.random = random;
    }

    /** The pause after what had worked broke. */
    Duration afterLoss() {
        return jittered(first);
    }

    /** The pause after an attempt that failed. */
    Duration afterFailure() {
        Duration pause = first;
        for (int i = 0; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        failures++;
        return jittered(pause.compareTo(longest) > 0 ? longest : pause);
    }

    void reset() {
        failures = 0;
    }

    /** Whether the last attempt failed. */
    boolean isFailing() {
        return failures > 0;
    }

    private Duration jittered(Duration pause) {
        long half = pause.toNanos() / 2;
        return Duration.ofNanos(half + random.nextLong(half + 1));
    }
}
