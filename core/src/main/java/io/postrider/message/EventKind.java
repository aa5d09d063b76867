package io.postrider.message;

/** What happened to a message. Numbers are stored and never change. */
public enum EventKind {
    /** The operator took a part; the event has its operator key. */
    ACCEPTED(1),
    /** The operator refused the message. */
    REFUSED(2),
    /** No answer came, or the server was killed between release and answer. */
    IN_DOUBT(3),
    /** A receipt of a part came. */
    RECEIPT(4),
    /** No receipt came within validity and grace. */
    NO_RECEIPT(5),
    /** Taken back before release. */
    EXCLUDED(6),
    /** Refused for now and to be tried again. */
    RETRY(7),
    /** Its time had passed before it was handed over. */
    EXPIRED(8),
    /** Somebody, or the sender's policy, wants a message that is in doubt tried again. */
    SENT_AGAIN(9),
    /** Somebody put up with a message being in doubt. */
    CLOSED(10),
    /** A further try of a message in doubt was not released after all; the code says why. */
    WITHHELD(11);

    private final int number;

    EventKind(int number) {
        this.number = number;
    }

    /** The kind stored as this number. */
    public static EventKind of(int number) {
        return values()[number - 1];
    }

    /** Whether somebody decided it; the event's code is then the number of the decision. */
    public boolean isDecision() {
        return this == SENT_AGAIN || this == CLOSED;
    }

    /** How it is stored. */
    public int number() {
        return number;
    }
}
