package io.postrider.smpp.gateway;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A sender's settings, read once. Names and limits stand in {@link SmppForm}. */
record SmppSettings(Target target, Login login, Links links, Timing timing, Addresses addresses, Texts texts) {
    /**
     * Where to connect.
     *
     * @param spread whether binds are shared among the servers instead of all going to the first that works
     * @param trustedPem may be empty for the platform's authorities
     */
    record Target(List<Endpoint> endpoints, boolean spread, boolean tls, String trustedPem) {}

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
            OptionalInt sourceTon, OptionalInt sourceNpi, OptionalInt destinationTon, OptionalInt destinationNpi) {}

    /** Alphabets, ids and times. */
    record Texts(DefaultAlphabet alphabet, OperatorIds ids, ZoneId receiptZone, Duration validity, boolean reference) {}

    static SmppSettings of(Map<String, String> values) {
        var read = new SettingsReader(values);
        return new SmppSettings(
                new Target(
                        Endpoint.list(read.text("host", 1_000), read.number("port", 1, 65_535)),
                        !read.text("hosts-use", 10).equals("failover"),
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
                        read.duration("bind-timeout"),
                        read.duration("retry-pause"),
                        read.duration("retry-longest"),
                        read.duration("already-bound-pause"),
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
}
