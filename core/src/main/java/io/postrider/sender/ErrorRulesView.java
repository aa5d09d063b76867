package io.postrider.sender;

import io.postrider.plugin.api.ErrorClass;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the rules for errors look in JSON, outside as in the database. What is not said is as usual. */
final class ErrorRulesView {
    private ErrorRulesView() {}

    static JsonObject of(ErrorRules rules) {
        JsonObject json = new JsonObject();
        for (ErrorClass errorClass : ErrorClass.values()) {
            ErrorRule rule = rules.of(errorClass);
            json.put(
                    name(errorClass),
                    new JsonObject()
                            .put("tries", rule.tries())
                            .put("withinSeconds", rule.within().toSeconds())
                            .put("pauseSeconds", rule.pause().toSeconds())
                            .put("ending", word(rule.ending())));
        }
        ErrorRules.FailOver other = rules.failOver();
        return json.put("failOverTo", other == null ? null : Long.toString(other.senderId()))
                .put("breakAfter", rules.breakAfter())
                .put("breakSeconds", rules.breakFor().toSeconds());
    }

    static ErrorRules read(@Nullable JsonObject json) {
        return read(json, "");
    }

    /** @param otherName of the sender that takes over, where it is known */
    static ErrorRules read(@Nullable JsonObject json, @Nullable String otherName) {
        if (json == null) {
            return ErrorRules.USUAL;
        }
        String other = json.getString("failOverTo");
        Map<ErrorClass, ErrorRule> rules = new EnumMap<>(ErrorClass.class);
        for (ErrorClass errorClass : ErrorClass.values()) {
            rules.put(errorClass, rule(json.getJsonObject(name(errorClass)), ErrorRules.USUAL.of(errorClass)));
        }
        return new ErrorRules(
                rules,
                json.getInteger("breakAfter", ErrorRules.USUAL.breakAfter()),
                Duration.ofSeconds(
                        json.getLong("breakSeconds", ErrorRules.USUAL.breakFor().toSeconds())),
                other == null || otherName == null ? null : new ErrorRules.FailOver(Long.parseLong(other), otherName));
    }

    private static ErrorRule rule(@Nullable JsonObject json, ErrorRule usual) {
        if (json == null) {
            return usual;
        }
        String ending = json.getString("ending", word(usual.ending()));
        return new ErrorRule(
                json.getInteger("tries", usual.tries()),
                Duration.ofSeconds(json.getLong("withinSeconds", usual.within().toSeconds())),
                Duration.ofSeconds(json.getLong("pauseSeconds", usual.pause().toSeconds())),
                ErrorRule.Ending.valueOf(ending.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** Such as {@code fail-over}. */
    private static String word(ErrorRule.Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Such as {@code queueFull}. */
    private static String name(ErrorClass errorClass) {
        return switch (errorClass) {
            case THROTTLED -> "throttled";
            case QUEUE_FULL -> "queueFull";
            case TEMPORARY -> "temporary";
            case PERMANENT -> "permanent";
            case UNKNOWN -> "unknown";
        };
    }
}
