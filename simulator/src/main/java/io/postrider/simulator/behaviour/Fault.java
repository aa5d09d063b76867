package io.postrider.simulator.behaviour;

/** What may go wrong with one message, each for a share of them. The names are those of the settings. */
public enum Fault {
    /** The submit is never answered, and never happened. */
    loseSubmits(Chance.LOST_SUBMIT),
    /** The message is taken, but its response never comes. */
    loseResponses(Chance.LOST_RESPONSE),
    /** The response is a header without body. */
    emptyResponses(Chance.EMPTY_RESPONSE),
    /** The response has an empty message_id. */
    emptyIds(Chance.EMPTY_ID),
    /** The submit is answered with a generic_nack of sequence 0. */
    nacks(Chance.NACK),
    /** The receipt comes before the response. */
    receiptsFirst(Chance.RECEIPT_FIRST),
    /** The receipt never comes, though the message ended. */
    loseReceipts(Chance.LOST_RECEIPT),
    /** The receipt comes twice. */
    duplicateReceipts(Chance.DUPLICATE_RECEIPT),
    /** The receipt comes later by {@code lateBy}. */
    lateReceipts(Chance.LATE_RECEIPT),
    /** The response is malformed. */
    garble(Chance.GARBLE),
    /** The connection ends in the middle of the response. */
    cut(Chance.CUT);

    private final Chance chance;

    Fault(Chance chance) {
        this.chance = chance;
    }

    Chance chance() {
        return chance;
    }
}
