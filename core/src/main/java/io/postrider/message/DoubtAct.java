package io.postrider.message;

import java.time.Instant;
import java.util.Locale;

/**
 * What a person decides about messages in doubt.
 *
 * @param userId who, for good; {@code login} is how the person was called then
 * @param reason why, in the person's words; may be empty
 * @param evenIfLate also messages whose time has passed
 */
public record DoubtAct(
        long accountId, Action action, long userId, String login, String reason, boolean evenIfLate, Instant at) {

    /** What becomes of them. */
    public enum Action {
        SEND_AGAIN,
        CLOSE;

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
