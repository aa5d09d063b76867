package io.postrider.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How two values can be compared, and the words for it. {@link Comparison} does it. */
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

    private static Map<String, Operator> byWord() {
        Map<String, Operator> words = new HashMap<>();
        for (Operator operator : values()) {
            words.put(operator.word, operator);
        }
        return Map.copyOf(words);
    }
}
