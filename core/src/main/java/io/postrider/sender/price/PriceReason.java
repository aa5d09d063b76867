package io.postrider.sender.price;

import io.postrider.refusal.Reason;

/** Why prices were refused. */
public enum PriceReason implements Reason {
    STALE("prices-stale", Kind.STALE, "Somebody else has changed the prices of this sender since you opened them."),
    ROWS_WRONG("prices-rows-wrong", Kind.INVALID, "Some prices are not complete; see each one."),
    TOO_MANY("prices-too-many", Kind.INVALID, "A sender has at most {most} prices; these are {count}."),
    CURRENCY_UNKNOWN(
            "prices-currency-unknown", Kind.INVALID, "{currency} is not the code of a currency, such as EUR or KZT."),
    CURRENCY_MISSING("prices-currency-missing", Kind.INVALID, "Choose the currency of the prices."),
    CURRENCY_IN_USE(
            "prices-currency-in-use",
            Kind.CONFLICT,
            "Messages of this sender have costs in {currency} already, so its currency cannot change. Make another sender for"
                    + " the other currency."),
    PREFIX_WRONG(
            "prices-prefix-wrong",
            Kind.INVALID,
            "{prefix} is not a prefix: it has 1 to 15 digits and begins with the country code. Leave it empty for every other"
                    + " number."),
    PRICE_WRONG(
            "prices-price-wrong",
            Kind.INVALID,
            "{price} is not a price: it is a number from 0 to {most} with at most 6 decimals, such as 0.0125."),
    TIME_WRONG(
            "prices-time-wrong",
            Kind.INVALID,
            "{time} is not a time from which a price can be valid; it is written like 2026-01-31T00:00:00Z."),
    TWICE("prices-twice", Kind.INVALID, "There is another price for this prefix from the same time on.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    PriceReason(String code, Kind kind, String sentence) {
        this.code = code;
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
