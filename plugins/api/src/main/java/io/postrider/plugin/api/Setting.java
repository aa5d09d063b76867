package io.postrider.plugin.api;

import java.util.List;
import java.util.Map;

/**
 * One setting of a provider. The UI draws its form from these, and the host validates, stores and masks by them.
 *
 * @param name key, unique within the provider, lower case with dots or dashes, such as {@code host}
 * @param type how the value is checked and drawn
 * @param defaultValue used when the user gives none; the empty string means that there is no default
 * @param required whether a value must be there, given or by default
 * @param secret whether the value is encrypted at rest and never shown again
 * @param options allowed values of a {@link Type#CHOICE}, otherwise empty
 * @param min smallest value of a {@link Type#NUMBER} or shortest length of a {@link Type#TEXT}
 * @param max largest value of a {@link Type#NUMBER} or longest length of a {@link Type#TEXT}
 * @param group settings of the same group are drawn together
 * @param label what the user reads, by language ({@code en}, {@code ru})
 * @param help one sentence, by language ({@code en}, {@code ru})
 */
public record Setting(
        String name,
        Type type,
        String defaultValue,
        boolean required,
        boolean secret,
        List<String> options,
        long min,
        long max,
        String group,
        Map<String, String> label,
        Map<String, String> help) {

    /** The kinds of value. A {@code DURATION} is ISO-8601, such as {@code PT30S}; a {@code SWITCH} is true or false. */
    public enum Type {
        TEXT,
        NUMBER,
        SWITCH,
        CHOICE,
        DURATION
    }

    public Setting {
        options = List.copyOf(options);
        label = Map.copyOf(label);
        help = Map.copyOf(help);
    }

    /** An optional text of at most 255 characters; the {@code with…} methods change what differs. */
    public static Setting text(String name, String group) {
        return new Setting(name, Type.TEXT, "", false, false, List.of(), 0, 255, group, Map.of(), Map.of());
    }

    /** A whole number from {@code min} to {@code max} with a default. */
    public static Setting number(String name, String group, long defaultValue, long min, long max) {
        return new Setting(
                name,
                Type.NUMBER,
                Long.toString(defaultValue),
                false,
                false,
                List.of(),
                min,
                max,
                group,
                Map.of(),
                Map.of());
    }

    /** A yes or no with a default. */
    public static Setting toggle(String name, String group, boolean defaultValue) {
        return new Setting(
                name,
                Type.SWITCH,
                Boolean.toString(defaultValue),
                false,
                false,
                List.of(),
                0,
                0,
                group,
                Map.of(),
                Map.of());
    }

    /** One of several words, the first being the default. */
    public static Setting choice(String name, String group, List<String> options) {
        return new Setting(name, Type.CHOICE, options.get(0), false, false, options, 0, 0, group, Map.of(), Map.of());
    }

    /** A length of time in ISO-8601 with a default. */
    public static Setting duration(String name, String group, String defaultValue) {
        return new Setting(name, Type.DURATION, defaultValue, false, false, List.of(), 0, 0, group, Map.of(), Map.of());
    }

    /** The same setting with another default. */
    public Setting withDefault(String value) {
        return new Setting(name, type, value, required, secret, options, min, max, group, label, help);
    }

    /** The same setting with another longest length or largest value. */
    public Setting withMax(long value) {
        return new Setting(name, type, defaultValue, required, secret, options, min, value, group, label, help);
    }

    /** The same setting, required. */
    public Setting asRequired() {
        return new Setting(name, type, defaultValue, true, secret, options, min, max, group, label, help);
    }

    /** The same setting, encrypted at rest and never shown. */
    public Setting asSecret() {
        return new Setting(name, type, defaultValue, required, true, options, min, max, group, label, help);
    }

    /** The same setting with its label in English and Russian. */
    public Setting labelled(String en, String ru) {
        return new Setting(
                name, type, defaultValue, required, secret, options, min, max, group, Map.of("en", en, "ru", ru), help);
    }

    /** The same setting with its help in English and Russian. */
    public Setting explained(String en, String ru) {
        return new Setting(
                name,
                type,
                defaultValue,
                required,
                secret,
                options,
                min,
                max,
                group,
                label,
                Map.of("en", en, "ru", ru));
    }
}
