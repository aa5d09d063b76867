package io.postrider.report;

import io.postrider.sender.price.Costs;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a period, of several runs together. A message counts when it came to a state and is taken off when it left it.
 *
 * @param sent messages that the operator has taken
 * @param parts of those
 * @param awaitingReceipt with the operator, no receipt yet
 * @param uniqueClicks people who clicked for the first time
 * @param robots clicks of robots
 * @param costs what operators ask for what they have taken
 */
record ChannelFigures(
        long sent,
        long parts,
        long delivered,
        long undelivered,
        long expired,
        long refused,
        long inDoubt,
        long noReceipt,
        long awaitingReceipt,
        long clicks,
        long uniqueClicks,
        long robots,
        Costs costs) {
    static final ChannelFigures NONE = new ChannelFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Costs.NONE);

    ChannelFigures plus(ChannelFigures other) {
        return new ChannelFigures(
                sent + other.sent,
                parts + other.parts,
                delivered + other.delivered,
                undelivered + other.undelivered,
                expired + other.expired,
                refused + other.refused,
                inDoubt + other.inDoubt,
                noReceipt + other.noReceipt,
                awaitingReceipt + other.awaitingReceipt,
                clicks + other.clicks,
                uniqueClicks + other.uniqueClicks,
                robots + other.robots,
                costs.plus(other.costs));
    }

    /** Delivered of sent; null while nothing is sent. */
    @Nullable Double deliveryRate() {
        return sent <= 0 ? null : (double) delivered / sent;
    }

    /** People who clicked of delivered; null while nothing is delivered. */
    @Nullable Double ctr() {
        return delivered <= 0 ? null : (double) uniqueClicks / delivered;
    }
}
