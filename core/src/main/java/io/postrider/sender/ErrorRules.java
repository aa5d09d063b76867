package io.postrider.sender;

import io.postrider.plugin.api.ErrorClass;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How a sender behaves when its operator goes wrong.
 *
 * @param rules one for each class of errors
 * @param breakAfter after so many failures of the operator in a row nothing more is handed over for a while; 0 for never
 * @param breakFor how long, before a single message is tried
 */
public record ErrorRules(Map<ErrorClass, ErrorRule> rules, int breakAfter, Duration breakFor) {
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

    public ErrorRules {
        Map<ErrorClass, ErrorRule> whole = new EnumMap<>(ErrorClass.class);
        whole.putAll(rules);
        rules = Map.copyOf(whole);
    }

    /** The rule for errors of this class. */
    public ErrorRule of(ErrorClass errorClass) {
        return Objects.requireNonNullElseGet(rules.get(errorClass), () -> usual(errorClass));
    }

    private static ErrorRule usual(ErrorClass errorClass) {
        return Objects.requireNonNull(USUAL.rules.get(errorClass));
    }
}
