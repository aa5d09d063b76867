package io.postrider.rig;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again and again until the answer is the one that is waited for. */
public final class Poll {
    private Poll() {}

    /**
     * Waits for an answer.
     *
     * @param what names in the refusal what was waited for
     * @param patience how long the answer may stay the same; progress starts it anew
     * @throws RigException if nothing has moved for so long
     */
    public static <T> T until(String what, Duration patience, Duration pause, Supplier<T> question, Predicate<T> done) {
        T answer = question.get();
        long moved = System.nanoTime();
        while (!done.test(answer)) {
            sleep(pause);
            T next = question.get();
            moved = next.equals(answer) ? moved : System.nanoTime();
            answer = next;
            if (System.nanoTime() - moved > patience.toNanos()) {
                throw new RigException("Nothing has moved for " + patience.toSeconds() + " seconds while waiting for "
                        + what + "; it stands at " + answer + ".");
            }
        }
        return answer;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RigException("The waiting was interrupted.", interrupted);
        }
    }
}
