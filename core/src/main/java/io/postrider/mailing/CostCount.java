package io.postrider.mailing;

import io.postrider.sender.price.Costs;
import io.postrider.sender.price.PriceList;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what rendered messages cost by the prices of their senders. */
final class CostCount {
    private final Map<Long, PriceList> prices;
    private final Instant at;
    private final Map<String, Long> millionths = new HashMap<>();
    private int unpriced;

    /**
     * @param prices by sender; those without prices may be missing
     * @param at when the messages go
     */
    CostCount(Map<Long, PriceList> prices, Instant at) {
        this.prices = prices;
        this.at = at;
    }

    void add(long sender, long phone, int parts) {
        PriceList list = prices.getOrDefault(sender, PriceList.NONE);
        long cost = list.of(phone, parts, at);
        String currency = list.currency();
        if (cost == PriceList.NO_PRICE || currency == null) {
            unpriced++;
        } else {
            millionths.merge(currency, cost, Long::sum);
        }
    }

    /** What that means for so many times as many people; null if no sender has a price. */
    @Nullable CostEstimate of(double times) {
        if (prices.values().stream().allMatch(PriceList::isEmpty)) {
            return null;
        }
        Map<String, Long> scaled = new HashMap<>();
        millionths.forEach((currency, sum) -> scaled.put(currency, Math.round(sum * times)));
        return new CostEstimate(new Costs(scaled), Math.round(unpriced * times));
    }
}
