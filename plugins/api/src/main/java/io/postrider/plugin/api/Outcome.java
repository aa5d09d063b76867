package io.postrider.plugin.api;

import java.time.Duration;
import java.util.List;

/** What became of one submission. */
public sealed interface Outcome {
    /** The {@link Submission#token} it is about. */
    long token();

    /**
     * The operator took every part.
     *
     * @param operatorIds the operator's message id of each part, in order; an empty string where it gave none or sends no
     *     receipt for it. Parts without an id of their own follow those that have one, so one id is enough where one receipt
     *     speaks for all; more ids than parts are all waited for
     */
    record Accepted(long token, List<String> operatorIds) implements Outcome {}

    /**
     * The operator refused the message, or one part of it.
     *
     * @param errorClass what kind of error it is, which decides whether another try makes sense
     * @param code the operator's own code as text, such as {@code 0x0000000b}
     * @param text the code's name or the operator's words, for people
     */
    record Rejected(long token, ErrorClass errorClass, String code, String text) implements Outcome {}

    /**
     * The operator is full: nothing of this message was taken, and it may be offered again. A gateway re-submits the
     * throttled part of a half-sent message itself and never answers {@code Throttled} for it.
     *
     * @param retryAfter how long to wait at least
     * @param errorClass {@code THROTTLED} or {@code QUEUE_FULL} as the operator says; {@code TEMPORARY} if it said nothing
     *     and the message was merely not sent, so that nobody need slow down
     * @param code the operator's own code as text, such as {@code 0x00000058}; empty if it gave none
     * @param text the code's name or why it was not sent, for people; may be empty
     */
    record Throttled(long token, Duration retryAfter, ErrorClass errorClass, String code, String text)
            implements Outcome {
        /** An operator that is full and says no more than that. */
        public Throttled(long token, Duration retryAfter) {
            this(token, retryAfter, ErrorClass.THROTTLED, "", "");
        }
    }

    /**
     * It may or may not have been taken: no answer came in time or the connection broke. May be followed by the late
     * answer.
     *
     * @param reason one sentence
     */
    record Uncertain(long token, String reason) implements Outcome {}
}
