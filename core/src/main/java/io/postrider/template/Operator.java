package io.postrider.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How two values can be compared. Texts are compared exactly, upper and lower case included. A missing value is empty: it equals the
 * empty text, contains nothing, and is neither greater nor less than anything.
 */
enum Operator {
    EQUAL("equal"),
    NOT_EQUAL("not_equal"),
    CONTAINS("contains"),
    NOT_CONTAINS("not_contains"),
    IN("in"),
    NOT_IN("not_in"),
    GREATER("greater"),
    GREATER_EQUAL("greater_equal"),
    LESS("less"),
    LESS_EQUAL("less_equal");

    private static final int COMPARED_AT_ONCE = 1_000;
    private static final Map<String, Operator> BY_WORD = byWord();
    private static final Map<String, Operator> ELSEWHERE = Map.ofEntries(
            Map.entry("=", EQUAL),
            Map.entry("==", EQUAL),
            Map.entry("eq", EQUAL),
            Map.entry("!=", NOT_EQUAL),
            Map.entry("<>", NOT_EQUAL),
            Map.entry("ne", NOT_EQUAL),
            Map.entry(">", GREATER),
            Map.entry("gt", GREATER),
            Map.entry(">=", GREATER_EQUAL),
            Map.entry("gte", GREATER_EQUAL),
            Map.entry("<", LESS),
            Map.entry("lt", LESS),
            Map.entry("<=", LESS_EQUAL),
            Map.entry("lte", LESS_EQUAL));
    private final String word;

    Operator(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** By the word that templates use. */
    static Optional<Operator> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** By a sign or word of other languages: to say what it is called here, and for helpers of Handlebars. */
    static Optional<Operator> ofOther(String sign) {
        return Optional.ofNullable(ELSEWHERE.get(sign));
    }

    boolean test(Frame frame, @Nullable Object left, @Nullable Object right) {
        return switch (this) {
            case EQUAL -> equal(frame, left, right);
            case NOT_EQUAL -> !equal(frame, left, right);
            case CONTAINS -> contains(frame, left, right);
            case NOT_CONTAINS -> !contains(frame, left, right);
            case IN -> in(frame, left, right);
            case NOT_IN -> !in(frame, left, right);
            case GREATER, GREATER_EQUAL, LESS, LESS_EQUAL -> ordered(frame, left, right);
        };
    }

    private boolean ordered(Frame frame, @Nullable Object left, @Nullable Object right) {
        frame.step(1);
        Integer order = Values.order(left, right);
        if (order == null) {
            return false;
        }
        return switch (this) {
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

    private static Map<String, Operator> byWord() {
        Map<String, Operator> words = new HashMap<>();
        for (Operator operator : values()) {
            words.put(operator.word, operator);
        }
        return Map.copyOf(words);
    }
}
