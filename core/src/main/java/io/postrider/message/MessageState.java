package io.postrider.message;

/**
 * Where a message stands. Numbers are stored and never change. Ranks are those of the receipts' status machine: a message
 * never goes back to a lower rank, and of two final states of the same rank the first stays.
 */
public enum MessageState {
    /** Before it was written; only as where a message comes from. */
    NONE(-1, -1),
    /** Rendered, not yet with the operator. */
    WAITING(0, 0),
    /** Taken by the operator. */
    SUBMITTED(1, 2),
    DELIVERED(2, 5),
    UNDELIVERED(3, 4),
    EXPIRED(4, 4),
    /** Refused by the operator at submission. */
    REFUSED(5, 4),
    /** Perhaps with the operator: no answer came. */
    IN_DOUBT(6, 1),
    /** With the operator, but no receipt came in time. */
    NO_RECEIPT(7, 3),
    /** Written, but taken back before it was released. */
    EXCLUDED(8, 5);

    private static final MessageState[] BY_NUMBER = byNumber();
    private final int number;
    private final int rank;

    MessageState(int number, int rank) {
        this.number = number;
        this.rank = rank;
    }

    private static MessageState[] byNumber() {
        MessageState[] states = new MessageState[values().length];
        for (MessageState state : values()) {
            states[state.number + 1] = state;
        }
        return states;
    }

    /** The state stored as this number. */
    public static MessageState of(int number) {
        return BY_NUMBER[number + 1];
    }

    /** How it is stored. */
    public int number() {
        return number;
    }

    /** Whether a message may go from here to {@code next}. */
    public boolean mayBecome(MessageState next) {
        return next.rank > rank;
    }

    /** Whether the run need not wait for this message any more; a receipt may still better it. */
    public boolean isAtRest() {
        return switch (this) {
            case NONE, WAITING, SUBMITTED -> false;
            case DELIVERED, UNDELIVERED, EXPIRED, REFUSED, IN_DOUBT, NO_RECEIPT, EXCLUDED -> true;
        };
    }
}
