package io.postrider.smpp.gateway;

import io.postrider.plugin.api.SettingException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jsmpp.bean.OptionalParameter;

/** A sender's settings, read once. Names and limits stand in {@link SmppForm} and {@link MessageForm}. */
record SmppSettings(
        Target target,
        Login login,
        Links links,
        Timing timing,
        Addresses addresses,
        Texts texts,
        Fields fields,
        Receipts receipts) {
    /**
     * Where to connect.
     *
     * @param spread whether binds are shared among the servers instead of all going to the first that works
     */
    record Target(List<Endpoint> endpoints, boolean spread, Tls tls) {}

    /**
     * Whether and how the connection is encrypted.
     *
     * @param trusted PEM of the authority or of the server itself; empty for the platform's authorities
     * @param certificate PEM of ours; empty if the operator wants none
     * @param key PEM of its private key
     */
    record Tls(boolean on, String trusted, String certificate, String key) {
        @Override
        public String toString() {
            return "Tls[on=" + on + "]";
        }
    }

    /** What the bind says (SMPP 3.4 section 4.1). */
    record Login(String systemId, String password, String systemType, String addressRange, byte version) {
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

    /**
     * How long is waited for what.
     *
     * @param bind for the answer to a bind
     * @param retry the first pause after a lost connection
     * @param alreadyBound the pause while the operator still sees an older bind
     */
    record Timing(
            Duration enquireLink,
            Duration response,
            Duration connect,
            Duration bind,
            Duration retry,
            Duration longestRetry,
            Duration alreadyBound,
            Duration throttle) {}

    /** Types of number; empty means by the address itself. */
    record Addresses(
            OptionalInt sourceTon,
            OptionalInt sourceNpi,
            OptionalInt destinationTon,
            OptionalInt destinationNpi,
            Address.ShortCode shortCode) {
        Address source(String address) {
            return Address.of(address, sourceTon, sourceNpi, shortCode);
        }

        Address destination(String address) {
            return Address.of(address, destinationTon, destinationNpi, shortCode);
        }
    }

    /** Alphabets, and how long messages travel. */
    record Texts(DefaultAlphabet alphabet, byte gsm7Coding, byte ucs2Coding, LongStyle longMessages) {}

    /** Other fields of a submit. */
    record Fields(
            String serviceType,
            byte priority,
            byte registeredDelivery,
            Validity validityForm,
            Duration validity,
            boolean reference,
            List<OptionalParameter> extra) {}

    /**
     * How receipts are read.
     *
     * @param textDecides whether the text's state wins over message_state
     * @param replyTimeout how long the parts of a reply may be apart
     */
    record Receipts(OperatorIds ids, ZoneId zone, boolean textDecides, Duration replyTimeout) {}

    static SmppSettings of(Map<String, String> values) {
        var read = new SettingsReader(values);
        return new SmppSettings(
                new Target(
                        Endpoint.list(read.text("host", 1_000), read.number("port", 1, 65_535)),
                        !read.text("hosts-use", 10).equals("failover"),
                        tls(read)),
                login(read),
                new Links(Mode.of(read.text("mode", 30)), read.number("binds", 1, 16), read.number("window", 1, 5_000)),
                timing(read),
                new Addresses(
                        read.optional("source-ton"),
                        read.optional("source-npi"),
                        read.optional("destination-ton"),
                        read.optional("destination-npi"),
                        new Address.ShortCode(read.octet("short-code-ton", 6), read.octet("short-code-npi", 18))),
                new Texts(
                        read.text("alphabet", 10).equals("latin1") ? DefaultAlphabet.LATIN1 : DefaultAlphabet.GSM7,
                        read.octet("gsm7-coding", 255),
                        read.octet("ucs2-coding", 255),
                        LongStyle.of(read.text("long-messages", 10))),
                fields(read),
                new Receipts(
                        OperatorIds.of(read.text("receipt-id", 10)),
                        read.zone("receipt-zone"),
                        read.text("receipt-state", 4).equals("text"),
                        read.duration("reply-timeout")));
    }

    private static Tls tls(SettingsReader read) {
        var tls = new Tls(
                read.text("tls", 3).equals("on"),
                read.text("tls.trusted", 20_000),
                read.text("tls.certificate", 20_000),
                read.text("tls.key", 20_000));
        if (tls.certificate().isBlank() != tls.key().isBlank()) {
            throw new SettingException("tls.certificate", "needs its private key, and the key needs it");
        }
        return tls;
    }

    private static Login login(SettingsReader read) {
        return new Login(
                read.text("system-id", 15),
                read.text("password", 8),
                read.text("system-type", 12),
                read.text("address-range", 40),
                (byte) (read.text("version", 3).equals("5.0") ? 0x50 : 0x34));
    }

    private static Timing timing(SettingsReader read) {
        return new Timing(
                read.duration("enquire-link"),
                read.duration("response-timeout"),
                read.duration("connect-timeout"),
                read.duration("bind-timeout"),
                read.duration("retry-pause"),
                read.duration("retry-longest"),
                read.duration("already-bound-pause"),
                read.duration("throttle-pause"));
    }

    private static Fields fields(SettingsReader read) {
        return new Fields(
                read.text("service-type", 5),
                read.octet("priority", 3),
                registeredDelivery(read.text("registered-delivery", 20)),
                Validity.of(read.text("validity-form", 10)),
                read.validity("validity"),
                Boolean.parseBoolean(read.text("reference", 5)),
                ExtraParameters.parse("parameters", read.text("parameters", 1_000)));
    }

    private static byte registeredDelivery(String setting) {
        return switch (setting) {
            case "failures" -> 2;
            case "none" -> 0;
            case "all" -> 0x11;
            default -> 1;
        };
    }
}
