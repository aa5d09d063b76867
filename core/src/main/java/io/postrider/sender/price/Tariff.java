package io.postrider.sender.price;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a sender as they are saved.
 *
 * @param currency ISO 4217; null for no prices
 * @param prices by prefix and then by the time from which they are valid
 * @param version 0 if nothing was ever saved
 */
public record Tariff(
        long accountId, long senderId, @Nullable String currency, List<Price> prices, int version) {
    public Tariff {
        prices = List.copyOf(prices);
    }
}
