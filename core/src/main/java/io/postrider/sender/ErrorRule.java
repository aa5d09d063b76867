package io.postrider.sender;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a message that the operator refused with an error of one class.
 *
 * @param tries tries altogether, the first one among them
 * @param within no try later than so long after the first
 * @param pause before the second try; each later pause is five times the one before, ten minutes at most
 * @param ending what happens when no try is left
 */
public record ErrorRule(int tries, Duration within, Duration pause, Ending ending) {
    private static final int GROWTH = 5;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** What happens when no try is left. */
    public enum Ending {
        /** The message counts as refused. */
        REFUSE,
        /** The message goes back to the queue, and its mailing waits until a person lets it go on. */
        HALT,
        /** The message goes on by the sender that takes over, with all its tries; it counts as refused if there is none. */
        FAIL_OVER
    }

    /** How long to wait before the next try; empty if this one was the last. */
    public Optional<Duration> pauseAfter(int tried) {
        if (tried >= tries) {
            return Optional.empty();
        }
        Duration next = pause;
        for (int i = 1; i < tried && next.compareTo(LONGEST) < 0; i++) {
            next = next.multipliedBy(GROWTH);
        }
        return Optional.of(next.compareTo(LONGEST) < 0 || tried <= 1 ? next : LONGEST);
    }
}
