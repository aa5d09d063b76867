package io.postrider.plugin;

import io.postrider.plugin.api.Setting;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values checked against the settings a provider declares. An empty value is one that was not given.
 *
 * @param values the given values and the defaults of the others, in the order of the settings; what has neither is absent
 * @param problems what is wrong, in the order of the settings; nothing may be done with the values unless it is empty
 */
public record SettingsCheck(Map<String, String> values, List<Problem> problems) {
    /**
     * What is wrong with one setting.
     *
     * @param setting its name
     * @param code stable code, such as {@code too-small}; the UI translates it
     * @param params what the sentence of the code names, such as {@code min}; never the value itself
     */
    public record Problem(String setting, String code, Map<String, String> params) {}

    /** Checks and completes the values. */
    public static SettingsCheck of(List<Setting> settings, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Setting setting : settings) {
            String said = given.getOrDefault(setting.name(), "");
            String value = said.isEmpty() ? setting.defaultValue() : said;
            if (!value.isEmpty()) {
                values.put(setting.name(), value);
            }
            problem(setting, value).ifPresent(problems::add);
        }
        given.keySet().stream()
                .filter(name ->
                        settings.stream().noneMatch(setting -> setting.name().equals(name)))
                .sorted()
                .forEach(name -> problems.add(new Problem(name, "unknown", Map.of())));
        return new SettingsCheck(values, List.copyOf(problems));
    }

    /** Whether the values can be used. */
    public boolean passed() {
        return problems.isEmpty();
    }

    private static Optional<Problem> problem(Setting setting, String value) {
        if (value.isEmpty()) {
            return setting.required() ? found(setting, "required", Map.of()) : Optional.empty();
        }
        return switch (setting.type()) {
            case TEXT -> length(setting, value);
            case NUMBER -> number(setting, value);
            case SWITCH ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : found(setting, "not-a-switch", Map.of());
            case CHOICE ->
                setting.options().contains(value)
                        ? Optional.empty()
                        : found(setting, "not-a-choice", Map.of("options", String.join(", ", setting.options())));
            case DURATION -> duration(setting, value);
        };
    }

    private static Optional<Problem> length(Setting setting, String value) {
        long length = value.codePointCount(0, value.length());
        if (length < setting.min()) {
            return found(setting, "too-short", Map.of("min", Long.toString(setting.min())));
        }
        return length > setting.max()
                ? found(setting, "too-long", Map.of("max", Long.toString(setting.max())))
                : Optional.empty();
    }

    private static Optional<Problem> number(Setting setting, String value) {
        try {
            long number = Long.parseLong(value);
            if (number < setting.min()) {
                return found(setting, "too-small", Map.of("min", Long.toString(setting.min())));
            }
            return number > setting.max()
                    ? found(setting, "too-large", Map.of("max", Long.toString(setting.max())))
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return found(setting, "not-a-number", Map.of());
        }
    }

    private static Optional<Problem> duration(Setting setting, String value) {
        try {
            return Duration.parse(value).isNegative() ? found(setting, "not-a-duration", Map.of()) : Optional.empty();
        } catch (DateTimeParseException notADuration) {
            return found(setting, "not-a-duration", Map.of());
        }
    }

    private static Optional<Problem> found(Setting setting, String code, Map<String, String> params) {
        return Optional.of(new Problem(setting.name(), code, params));
    }
}
