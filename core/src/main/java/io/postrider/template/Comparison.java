package io.postrider.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two values. Texts are compared exactly, upper and lower case included; numbers by value. A missing value is empty: it
 * equals the empty text, contains nothing, and is neither greater nor less than anything.
 */
final class Comparison {
    private static final int COMPARED_AT_ONCE = 1_000;

    private Comparison() {}

    static boolean test(Operator operator, Frame frame, @Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case EQUAL -> equal(frame, left, right);
            case NOT_EQUAL -> !equal(frame, left, right);
            case CONTAINS -> contains(frame, left, right);
            case NOT_CONTAINS -> !contains(frame, left, right);
            case IN -> in(frame, left, right);
            case NOT_IN -> !in(frame, left, right);
            case GREATER, GREATER_EQUAL, LESS, LESS_EQUAL -> ordered(operator, frame, left, right);
        };
    }

    private static boolean ordered(Operator operator, Frame frame, @Nullable Object left, @Nullable Object right) {
        frame.step(1);
        Integer order = Values.order(left, right);
        if (order == null) {
            return false;
        }
        return switch (operator) {
            case GREATER -> order > 0;
            case GREATER_EQUAL -> order >= 0;
            case LESS -> order < 0;
            default -> order <= 0;
        };
    }

    private static boolean equal(Frame frame, @Nullable Object left, @Nullable Object right) {
        frame.step(1);
        return Values.equal(left, right);
    }

    private static boolean contains(Frame frame, @Nullable Object whole, @Nullable Object part) {
        if (Values.isEmpty(whole) || Values.isEmpty(part)) {
            return false;
        }
        if (whole instanceof List<?> list) {
            return anyEquals(frame, list, part);
        }
        String text = Values.text(whole);
        String sought = Values.text(part);
        frame.step(1 + (long) text.length() * sought.length() / COMPARED_AT_ONCE);
        return text.contains(sought);
    }

    /** A list on the left is in when one of its items is. */
    private static boolean in(Frame frame, @Nullable Object value, @Nullable Object among) {
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (in(frame, item, among)) {
                    return true;
                }
            }
            return false;
        }
        return among instanceof List<?> list ? anyEquals(frame, list, value) : equal(frame, value, among);
    }

    private static boolean anyEquals(Frame frame, List<?> list, @Nullable Object value) {
        for (Object item : list) {
            if (equal(frame, item, value)) {
                return true;
            }
        }
        return false;
    }
}
