package io.postrider.smpp.gateway;

import io.postrider.plugin.api.SettingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.OptionalInt;

/** Settings by name as what they are, or why they cannot work. */
record SettingsReader(Map<String, String> values) {
    String text(String name, int longest) {
        String value = values.getOrDefault(name, SmppForm.defaultOf(name));
        if (value.length() > longest) {
            throw new SettingException(name, "must have at most " + longest + " characters");
        }
        return value;
    }

    int number(String name, int min, int max) {
        try {
            int value = Integer.parseInt(text(name, 10));
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new SettingException(name, "must be a whole number");
        }
        throw new SettingException(name, "must be between " + min + " and " + max);
    }

    byte octet(String name, int max) {
        return (byte) number(name, 0, max);
    }

    OptionalInt optional(String name) {
        return text(name, 5).equals("auto") ? OptionalInt.empty() : OptionalInt.of(number(name, 0, 18));
    }

    Duration duration(String name) {
        Duration value = validity(name);
        if (value.isZero()) {
            throw new SettingException(name, "must be longer than nothing");
        }
        return value;
    }

    Duration validity(String name) {
        try {
            Duration value = Duration.parse(text(name, 30));
            if (!value.isNegative() && value.compareTo(Duration.ofDays(30)) <= 0) {
                return value;
            }
        } catch (DateTimeParseException notADuration) {
            throw new SettingException(name, "must be a duration such as PT30S");
        }
        throw new SettingException(name, "must be at most 30 days");
    }

    ZoneId zone(String name) {
        try {
            return ZoneId.of(text(name, 50));
        } catch (DateTimeException unknown) {
            throw new SettingException(name, "must be a time zone such as Europe/Moscow");
        }
    }
}
