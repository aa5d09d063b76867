package io.postrider.message;

import io.postrider.plugin.api.ReceiptState;

/**
 * What receipts have said of one part. Numbers are stored and never change.
 */
public enum PartState {
    /** Nothing yet. */
    NONE(0),
    /** It is on its way, or the operator does not know. */
    ON_THE_WAY(1),
    EXPIRED(2),
    UNDELIVERED(3),
    DELIVERED(4);

    private final int number;

    PartState(int number) {
        this.number = number;
    }

    /** The state stored as this number. */
    public static PartState of(int number) {
        return values()[number];
    }

    /** What a receipt means. */
    public static PartState of(ReceiptState receipt) {
        return switch (receipt) {
            case ENROUTE, ACCEPTED, UNKNOWN -> ON_THE_WAY;
            case DELIVERED -> DELIVERED;
            case EXPIRED -> EXPIRED;
            case DELETED, UNDELIVERABLE, REJECTED -> UNDELIVERED;
        };
    }

    /** How it is stored. */
    public int number() {
        return number;
    }

    /** Whether a part may go from here to {@code next}; of two failures the first stays. */
    public boolean mayBecome(PartState next) {
        return next.rank() > rank();
    }

    /** Whether the part will not arrive, as far as is known. */
    public boolean isFailed() {
        return this == EXPIRED || this == UNDELIVERED;
    }

    private int rank() {
        return switch (this) {
            case NONE -> 0;
            case ON_THE_WAY -> 1;
            case EXPIRED, UNDELIVERED -> 2;
            case DELIVERED -> 3;
        };
    }
}
