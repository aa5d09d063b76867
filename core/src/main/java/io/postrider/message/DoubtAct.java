package io.postrider.message;

import java.time.Instant;
import java.util.Locale;

/**
 * What somebody decides about messages in doubt: a person, or the policy of their sender.
 *
 * @param userId who, for good; {@code login} is how the person was called then; 0 and empty if it was the policy
 * @param reason why, in the person's words; may be empty
 * @param evenIfLate also messages whose time has passed
 * @param byPolicy it is nobody's decision but the policy of the sender, which takes only what is due
 */
public record DoubtAct(
        long accountId,
        Action action,
        long userId,
        String login,
        String reason,
        boolean evenIfLate,
        boolean byPolicy,
        Instant at) {

    /** What the policy of a sender decides. */
    public static DoubtAct ofPolicy(long accountId, Instant at) {
        return new DoubtAct(accountId, Action.SEND_AGAIN, 0, "", "", false, true, at);
    }

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
