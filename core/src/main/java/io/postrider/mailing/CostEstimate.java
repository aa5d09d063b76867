package io.postrider.mailing;

import io.postrider.sender.price.Costs;

/**
 * What all messages to an audience would cost.
 *
 * @param unpriced recipients of a message for whose phone its sender has no price
 */
public record CostEstimate(Costs costs, long unpriced) {}
