package io.postrider.smpp.gateway;

import io.postrider.plugin.api.SettingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.OptionalInt;

/** A sender's settings, read once. Names and limits stand in {@link SmppForm}. */
record SmppSettings(Target target, Login login, Links links, Timing timing, Addresses addresses, Texts texts) {
    /** Where to connect; {@code trustedPem} may be empty for the platform's authorities. */
    record Target(String host, int port, boolean tls, String trustedPem) {}

    /** What the bind says (SMPP 3.4 section 4.1). */
    record Login(String systemId, String password, String systemType, String addressRange) {
        @Override
        public String toString() {
            return "Login[systemId=" + systemId + "]";
        }
    }

    /** How many binds of each kind, and how many unanswered submits each may have. */
    record Links(Mode mode, int binds, int window) {
        int capacity() {
            return binds * window;
        }
    }

    /** How long is waited for what; {@code retry} is the first pause after a lost connection. */
    record Timing(Duration enquireLink, Duration response, Duration connect, Duration retry, Duration throttle) {}

    /** Types of number; empty means by the address itself. */
    record Addresses(
            OptionalInt sourceTon, OptionalInt sourceNpi, OptionalInt destinationTon, OptionalInt destinationNpi) {}

    /** Alphabets, ids and times. */
    record Texts(DefaultAlphabet alphabet, OperatorIds ids, ZoneId receiptZone, Duration validity, boolean reference) {}

    static SmppSettings of(Map<String, String> values) {
        var read = new Reader(values);
        return new SmppSettings(
                new Target(
                        read.text("host", 255),
                        read.number("port", 1, 65_535),
                        read.text("tls", 3).equals("on"),
                        read.text("tls.trusted", 20_000)),
                new Login(
                        read.text("system-id", 15),
                        read.text("password", 8),
                        read.text("system-type", 12),
                        read.text("address-range", 40)),
                new Links(Mode.of(read.text("mode", 30)), read.number("binds", 1, 16), read.number("window", 1, 5_000)),
                new Timing(
                        read.duration("enquire-link"),
                        read.duration("response-timeout"),
                        read.duration("connect-timeout"),
                        read.duration("retry-pause"),
                        read.duration("throttle-pause")),
                new Addresses(
                        read.optional("source-ton"),
                        read.optional("source-npi"),
                        read.optional("destination-ton"),
                        read.optional("destination-npi")),
                new Texts(
                        read.text("alphabet", 10).equals("latin1") ? DefaultAlphabet.LATIN1 : DefaultAlphabet.GSM7,
                        OperatorIds.of(read.text("receipt-id", 10)),
                        read.zone("receipt-zone"),
                        read.validity("validity"),
                        Boolean.parseBoolean(read.text("reference", 5))));
    }

    private record Reader(Map<String, String> values) {
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
}
