package io.postrider.mailing;

import java.util.Locale;

/** How far a run is. A stopped run goes through the same states; what it has not sent is left out with a reason. */
public enum RunState {
    /** Its audience is being counted and cut into chunks. */
    MEASURING,
    /** Chunks are being rendered; the first messages may be on their way. */
    RENDERING,
    /** Everything is rendered; messages are waiting for the operator. */
    SENDING,
    /** The last message was handed over; receipts may still come. */
    FINISHED,
    /** Every message has its end. */
    RESTED;

    /** How it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state stored as this word. */
    public static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
