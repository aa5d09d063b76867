package io.postrider.template;

import org.jspecify.annotations.Nullable;

/**
 * What a template may read about one recipient, and nothing else. A value is a String, Long, Integer, Double, BigDecimal, Boolean,
 * LocalDate, Instant, or a List or Map of such; null when there is none.
 */
public interface Variables {
    /** A field of the profile by the name that templates use: {@code _fname}, {@code phones}, or a custom field. */
    @Nullable Object lead(String name);

    /** A field of the subscription, such as {@code phone}. */
    @Nullable Object subscription(String name);
}
