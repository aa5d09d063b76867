package io.postrider.mailing;

import java.util.Locale;

/** Where a mailing stands. */
public enum MailingState {
    /** Being written; may be incomplete. */
    DRAFT,
    /** Activated; starts at its time. */
    SCHEDULED,
    /** Its run is being sent. */
    RUNNING,
    /** Its run is held by a person. */
    PAUSED,
    /** A person ended it before everybody was sent to. */
    STOPPED,
    /** Everything was handed over. */
    FINISHED;

    /** Whether a mailing may go from here to {@code next}. */
    public boolean mayBecome(MailingState next) {
        return switch (this) {
            case DRAFT -> next == SCHEDULED;
            case SCHEDULED -> next == DRAFT || next == RUNNING || next == STOPPED;
            case RUNNING -> next == PAUSED || next == STOPPED || next == FINISHED;
            case PAUSED -> next == RUNNING || next == STOPPED;
            case STOPPED, FINISHED -> false;
        };
    }

    /** Whether its content and audience may still be changed. */
    public boolean isEditable() {
        return this == DRAFT || this == SCHEDULED;
    }

    /** How it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state stored as this word. */
    public static MailingState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
