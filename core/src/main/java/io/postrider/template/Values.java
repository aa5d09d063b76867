package io.postrider.template;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values are printed and tested. A missing value is an empty text. */
final class Values {
    private static final int LONGEST_NUMBER = 40;
    private static final int DEEPEST_LIST = 8;
    private static final int LONGEST_INDEX = 6;

    private Values() {}

    /**
     * As a message shows it: dates in ISO form, numbers without trailing zeros, lists with commas. A group of named values has no text
     * of its own.
     */
    static String text(@Nullable Object value) {
        return value instanceof String text ? text : text(value, 0);
    }

    private static String text(@Nullable Object value, int depth) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            BigDecimal decimal = number(value);
            return decimal == null ? value.toString() : plain(decimal);
        }
        if (value instanceof List<?> list && depth < DEEPEST_LIST) {
            StringBuilder joined = new StringBuilder();
            for (Object item : list) {
                joined.append(joined.isEmpty() ? "" : ", ").append(text(item, depth + 1));
                if (joined.length() > Limits.CHARACTERS) {
                    throw new Stopped("The message is longer than " + Limits.CHARACTERS + " characters.");
                }
            }
            return joined.toString();
        }
        if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal) {
            return value.toString();
        }
        throw new Stopped("A value is a group of several values. Name the one to print, such as {lead.address.city}.");
    }

    /** A number with a huge exponent would fill the memory with zeros. */
    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return Math.abs(shortest.scale()) > LONGEST_NUMBER ? shortest.toString() : shortest.toPlainString();
    }

    static boolean isEmpty(@Nullable Object value) {
        return value == null
                || (value instanceof CharSequence text && text.isEmpty())
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    /** Whether a condition holds: there is a value, and it is not {@code false}. */
    static boolean isTrue(@Nullable Object value) {
        return value instanceof Boolean bool ? bool : !isEmpty(value);
    }

    /** Numbers by value where one side is a number and the other looks like one, everything else by its exact text. */
    static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number || right instanceof Number) {
            BigDecimal a = number(left);
            BigDecimal b = number(right);
            if (a != null && b != null) {
                return a.compareTo(b) == 0;
            }
        }
        return text(left).equals(text(right));
    }

    /** Negative, zero or positive; null when one side is empty, or only one is a number. */
    static @Nullable Integer order(@Nullable Object left, @Nullable Object right) {
        if (isEmpty(left) || isEmpty(right)) {
            return null;
        }
        BigDecimal a = number(left);
        BigDecimal b = number(right);
        if (a != null && b != null) {
            return a.compareTo(b);
        }
        if (left instanceof Number || right instanceof Number) {
            return null;
        }
        return text(left).compareTo(text(right));
    }

    /** What is a number, or a text that looks like a plain one; null otherwise. */
    static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
        }
        if (value instanceof Number whole) {
            return BigDecimal.valueOf(whole.longValue());
        }
        return value instanceof String text && looksLikeNumber(text) ? new BigDecimal(text) : null;
    }

    /** An optional minus, digits, and perhaps a point with digits behind it; no exponent, which could be a trap. */
    static boolean looksLikeNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        boolean point = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean separates = c == '.' && !point && i > start && i < text.length() - 1;
            if (!separates && (c < '0' || c > '9')) {
                return false;
            }
            point |= separates;
        }
        return text.length() > start && text.length() <= LONGEST_NUMBER;
    }

    /** The number of an item; -1 when the name is not one. */
    static int index(String name) {
        boolean digits = !name.isEmpty()
                && name.length() <= LONGEST_INDEX
                && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(name) : -1;
    }
}
