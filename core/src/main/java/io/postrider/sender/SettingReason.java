package io.postrider.sender;

import io.postrider.refusal.Reason;
import java.util.Map;

/**
 * Why a gateway's setting was refused; the codes are those of the plugin room's check.
 *
 * @param code such as {@code setting-too-small}
 */
record SettingReason(String code, String sentence) implements Reason {
    private static final Map<String, String> SENTENCES = Map.of(
            "required", "This must be filled in.",
            "unknown", "The gateway has no setting of this name.",
            "too-short", "This must have at least {min} characters.",
            "too-long", "This may have at most {max} characters.",
            "too-small", "This must be at least {min}.",
            "too-large", "This may be at most {max}.",
            "not-a-number", "This must be a whole number.",
            "not-a-switch", "This must be true or false.",
            "not-a-choice", "This must be one of: {options}.",
            "not-a-duration", "This must be a duration such as PT30S.");

    /** The reason for a code of the check. */
    static SettingReason of(String code) {
        return new SettingReason("setting-" + code, SENTENCES.getOrDefault(code, "This cannot be used."));
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
