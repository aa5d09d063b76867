package io.postrider.sender.price;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What several things cost together; amounts of different currencies do not add up.
 *
 * @param millionths by the currency
 */
public record Costs(Map<String, Long> millionths) {
    /** Nothing has a price. */
    public static final Costs NONE = new Costs(Map.of());

    public Costs {
        millionths = Map.copyOf(millionths);
    }

    /** These together with others. */
    public Costs plus(Costs other) {
        if (other.millionths.isEmpty()) {
            return this;
        }
        Map<String, Long> sums = new TreeMap<>(millionths);
        other.millionths.forEach((currency, more) -> sums.merge(currency, more, Long::sum));
        return new Costs(sums);
    }

    /** One amount a currency, ordered by it. */
    public List<Amount> amounts() {
        return new TreeMap<>(millionths)
                .entrySet().stream()
                        .map(sum -> new Amount(sum.getKey(), sum.getValue()))
                        .toList();
    }
}
