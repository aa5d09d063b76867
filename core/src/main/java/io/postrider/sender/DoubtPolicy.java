package io.postrider.sender;

import java.time.Duration;
import java.util.Locale;

/**
 * What a sender does about a message of which nobody knows whether the operator has it.
 *
 * @param after how long a receipt may still resolve the doubt before the message is sent again
 * @param tries how often it is sent again at most, whoever wanted it; then a person decides
 */
public record DoubtPolicy(Action action, Duration after, int tries) {
    /** What a new sender does. */
    public static final DoubtPolicy USUAL = new DoubtPolicy(Action.HOLD, Duration.ofMinutes(10), 1);

    /** What becomes of such a message. */
    public enum Action {
        /** A person decides. */
        HOLD,
        /** It is sent again, at the risk of a duplicate. */
        SEND_AGAIN;

        /** The word for it in JSON and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The action of this word. */
        public static Action of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
