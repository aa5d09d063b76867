package io.postrider.sender.price;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param currency ISO 4217
 * @param millionths of the currency's unit
 */
public record Amount(String currency, long millionths) {
    /** Decimals of a price. */
    static final int DECIMALS = 6;

    /** The amount as a decimal number without needless zeros, such as {@code 12.5}. */
    public String text() {
        return text(millionths);
    }

    /** Millionths as a decimal number without needless zeros. */
    public static String text(long millionths) {
        return BigDecimal.valueOf(millionths, DECIMALS).stripTrailingZeros().toPlainString();
    }
}
