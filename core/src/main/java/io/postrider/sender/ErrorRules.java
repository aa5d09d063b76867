package io.postrider.sender;

import io.postrider.plugin.api.ErrorClass;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a sender behaves when its operator goes wrong.
 *
 * @param rules one for each class of errors
 * @param breakAfter after so many failures of the operator in a row nothing more is handed over for a while; 0 for never
 * @param breakFor how long, before a single message is tried
 * @param failOver who takes over what a rule gives away; null if nobody does
 */
public record ErrorRules(
        Map<ErrorClass, ErrorRule> rules,
        int breakAfter,
        Duration breakFor,
        @Nullable FailOver failOver) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final int MANY_TRIES = 1000;

    /** What a new sender does. */
    public static final ErrorRules USUAL = new ErrorRules(
            Map.of(
                    ErrorClass.THROTTLED, new ErrorRule(MANY_TRIES, DAY, TEN_SECONDS, ErrorRule.Ending.REFUSE),
                    ErrorClass.QUEUE_FULL, new ErrorRule(MANY_TRIES, DAY, TEN_SECONDS, ErrorRule.Ending.REFUSE),
                    ErrorClass.TEMPORARY, new ErrorRule(5, DAY, TEN_SECONDS, ErrorRule.Ending.REFUSE),
                    ErrorClass.PERMANENT, new ErrorRule(1, DAY, TEN_SECONDS, ErrorRule.Ending.REFUSE),
                    ErrorClass.UNKNOWN, new ErrorRule(2, DAY, Duration.ofMinutes(1), ErrorRule.Ending.REFUSE)),
            20,
            Duration.ofSeconds(30));

    /**
     * The sender that takes over.
     *
     * @param name for people who read what became of a message
     */
    public record FailOver(long senderId, String name) {}

    /** Rules of a sender for which no other one takes over. */
    public ErrorRules(Map<ErrorClass, ErrorRule> rules, int breakAfter, Duration breakFor) {
        this(rules, breakAfter, breakFor, null);
    }

    public ErrorRules {
        Map<ErrorClass, ErrorRule> whole = new EnumMap<>(ErrorClass.class);
        whole.putAll(rules);
        rules = Map.copyOf(whole);
    }

    /** The rule for errors of this class. */
    public ErrorRule of(ErrorClass errorClass) {
        return Objects.requireNonNullElseGet(rules.get(errorClass), () -> usual(errorClass));
    }

    /** Whether a rule gives messages away to the sender that takes over. */
    boolean givesAway() {
        return rules.values().stream().anyMatch(rule -> rule.ending() == ErrorRule.Ending.FAIL_OVER);
    }

    /** The same with another sender that takes over. */
    ErrorRules to(@Nullable FailOver other) {
        return new ErrorRules(rules, breakAfter, breakFor, other);
    }

    private static ErrorRule usual(ErrorClass errorClass) {
        return Objects.requireNonNull(USUAL.rules.get(errorClass));
    }
}
