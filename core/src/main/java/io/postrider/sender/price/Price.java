package io.postrider.sender.price;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one part of a message costs.
 *
 * @param prefix of phones in E.164 without the plus; empty for every other phone
 * @param millionths of the currency's unit
 * @param validFrom null for always
 */
public record Price(
        String prefix, long millionths, @Nullable Instant validFrom) {}
