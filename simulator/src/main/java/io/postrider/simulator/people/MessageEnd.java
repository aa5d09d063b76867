package io.postrider.simulator.people;

/** How an accepted message ends, with its words in receipts (SMPP 3.4 Appendix B and section 5.2.28). */
public enum MessageEnd {
    DELIVERED("DELIVRD", "000", 2, "delivered"),
    UNDELIVERED("UNDELIV", "027", 5, "undelivered"),
    EXPIRED("EXPIRED", "031", 3, "expired"),
    REJECTED("REJECTD", "011", 8, "rejected"),
    DELETED("DELETED", "099", 4, "deleted"),
    UNKNOWN("UNKNOWN", "255", 7, "unknown"),
    /** It never ends and no receipt comes. */
    NEVER("ENROUTE", "000", 1, "unanswered");

    private final String word;
    private final String error;
    private final int number;
    private final String outcome;

    MessageEnd(String word, String error, int number, String outcome) {
        this.word = word;
        this.error = error;
        this.number = number;
        this.outcome = outcome;
    }

    /** The stat of a receipt. */
    public String word() {
        return word;
    }

    /** The err of a receipt: 000, or a GSM cause. */
    public String error() {
        return error;
    }

    /** The message_state. */
    public int number() {
        return number;
    }

    /** Its name among the settings and in answers. */
    public String outcome() {
        return outcome;
    }
}
