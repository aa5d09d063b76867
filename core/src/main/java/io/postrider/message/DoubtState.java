package io.postrider.message;

import java.util.Locale;

/** What people have made of a doubt. */
public enum DoubtState {
    /** Nobody has decided yet, or what was decided came to nothing. */
    OPEN,
    /** It is being sent again. */
    SENDING,
    /** Somebody puts up with it. */
    CLOSED,
    /** It is no doubt any more; such a one is kept nowhere. */
    SETTLED,
    /** As it was before; kept nowhere. */
    UNCHANGED;

    /** What an event of a message in doubt makes of its doubt. */
    static DoubtState after(MessageEvent event) {
        if (event.to() != MessageState.IN_DOUBT) {
            return SETTLED;
        }
        return switch (event.kind()) {
            case IN_DOUBT, REFUSED, WITHHELD -> OPEN;
            case SENT_AGAIN -> SENDING;
            case CLOSED -> CLOSED;
            case ACCEPTED, RECEIPT, NO_RECEIPT, EXCLUDED, RETRY, EXPIRED -> UNCHANGED;
        };
    }

    /** The word for it in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of this word. */
    public static DoubtState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
