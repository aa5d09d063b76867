package io.postrider.simulator.people;

/** How an accepted message ends, with its words in receipts (SMPP 3.4 Appendix B and section 5.2.28). */
public enum MessageEnd {
    DELIVERED("DELIVRD", "000", 2),
    UNDELIVERED("UNDELIV", "027", 5),
    EXPIRED("EXPIRED", "031", 3);

    private final String word;
    private final String error;
    private final int number;

    MessageEnd(String word, String error, int number) {
        this.word = word;
        this.error = error;
        this.number = number;
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
}
