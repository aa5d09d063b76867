package io.postrider.sender.price;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a sender, made to be asked for every message: the longest prefix that fits and has a price by then decides, and of its
 * prices the newest. Immutable; asking allocates nothing.
 */
public final class PriceList {
    /** What a question without an answer gets. */
    public static final long NO_PRICE = -1;

    /** Of a sender without prices. */
    public static final PriceList NONE = new PriceList(null, List.of());

    private static final int TEN = 10;
    private final @Nullable String currency;
    /** Ascending. A phone never begins with a zero, so a prefix is a number, and 0 is the empty one. */
    private final long[] prefixes;
    /** By prefix, where its prices begin; one more for the end. */
    private final int[] begins;
    /** By price, the newest of a prefix first, in milliseconds. */
    private final long[] validFrom;

    private final long[] prices;

    /** @param currency ISO 4217; null for no prices */
    public PriceList(@Nullable String currency, List<Price> all) {
        List<Price> sorted = all.stream()
                .sorted(Comparator.comparingLong(PriceList::number)
                        .thenComparing(Comparator.comparingLong(PriceList::from).reversed()))
                .toList();
        this.currency = currency;
        this.validFrom = sorted.stream().mapToLong(PriceList::from).toArray();
        this.prices = sorted.stream().mapToLong(Price::millionths).toArray();
        this.prefixes = sorted.stream().mapToLong(PriceList::number).distinct().toArray();
        this.begins = new int[prefixes.length + 1];
        for (Price price : sorted) {
            begins[Arrays.binarySearch(prefixes, number(price)) + 1]++;
        }
        Arrays.parallelPrefix(begins, Integer::sum);
    }

    private static long number(Price price) {
        return price.prefix().isEmpty() ? 0 : Long.parseLong(price.prefix());
    }

    private static long from(Price price) {
        Instant from = price.validFrom();
        return from == null ? Long.MIN_VALUE : from.toEpochMilli();
    }

    /** The currency of every price; null if there are none. */
    public @Nullable String currency() {
        return currency;
    }

    /** Whether no phone has a price. */
    public boolean isEmpty() {
        return prices.length == 0;
    }

    /**
     * The price of one part in millionths, or {@link #NO_PRICE}.
     *
     * @param phone in E.164, as a number
     */
    public long of(long phone, Instant at) {
        if (prices.length == 0) {
            return NO_PRICE;
        }
        long now = at.toEpochMilli();
        long longest = prefixes[prefixes.length - 1];
        for (long prefix = Math.max(phone, 0); ; prefix /= TEN) {
            int found = prefix > longest ? -1 : Arrays.binarySearch(prefixes, prefix);
            for (int i = found < 0 ? 0 : begins[found]; found >= 0 && i < begins[found + 1]; i++) {
                if (validFrom[i] <= now) {
                    return prices[i];
                }
            }
            if (prefix == 0) {
                return NO_PRICE;
            }
        }
    }

    /** What a message of so many parts costs in millionths, or {@link #NO_PRICE}. */
    public long of(long phone, int parts, Instant at) {
        long price = of(phone, at);
        return price == NO_PRICE ? NO_PRICE : price * parts;
    }
}
