package io.postrider.simulator;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.scenario.Presets;
import io.postrider.simulator.scenario.Scenario;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command line. What is not given is as usual, or as the preset says. */
final class Options {
    private static final double USUAL_DELIVERED = 96;
    private static final double USUAL_UNDELIVERED = 3;
    private static final double USUAL_EXPIRED = 1;
    private static final int MOST_MEGABYTES = 2_000;

    @Option(
            names = "--smpp-port",
            defaultValue = "2775",
            description = "Port for SMPP; 0 takes a free one (${DEFAULT-VALUE})")
    private int smppPort;

    @Option(
            names = "--http-port",
            defaultValue = "8775",
            description = "Port of the page and the REST interface; 0 takes a free one (${DEFAULT-VALUE})")
    private int httpPort;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE})")
    private String host;

    @Option(names = "--account", defaultValue = "postrider", description = "system_id that may bind (${DEFAULT-VALUE})")
    private String account;

    @Option(
            names = "--password",
            defaultValue = "simulate",
            description = "Its password, at most 8 characters (${DEFAULT-VALUE})")
    private String password;

    @Option(
            names = "--tls-port",
            paramLabel = "PORT",
            description = "Port for SMPP over TLS; 0 takes a free one (none)")
    private @Nullable Integer tlsPort;

    @Option(
            names = "--tls-cert",
            defaultValue = "",
            paramLabel = "FILE",
            description = "Certificate as PEM; without it one is made that nobody trusts")
    private String tlsCertificate;

    @Option(names = "--tls-key", defaultValue = "", paramLabel = "FILE", description = "Its private key as PEM")
    private String tlsKey;

    @Option(names = "--preset", paramLabel = "NAME", description = "Behaviour with a name, such as badFriday")
    private @Nullable String preset;

    @Option(names = "--scenario", paramLabel = "FILE", description = "Behaviour with a time line, as YAML")
    private @Nullable Path scenario;

    @Option(names = "--seed", description = "Of everything that looks like chance (1)")
    private @Nullable Long seed;

    @Option(names = "--latency", paramLabel = "MS", description = "Until a submit is answered (0)")
    private @Nullable Double latency;

    @Option(names = "--receipt-delay", paramLabel = "MS", description = "From the answer to the receipt (100)")
    private @Nullable Double receiptDelay;

    @Option(
            names = "--delivered",
            paramLabel = "PERCENT",
            description = "Share of accepted messages that are delivered (96)")
    private @Nullable Double delivered;

    @Option(names = "--undelivered", paramLabel = "PERCENT", description = "Share that is not (3)")
    private @Nullable Double undelivered;

    @Option(names = "--expired", paramLabel = "PERCENT", description = "Share that expires (1)")
    private @Nullable Double expired;

    @Option(names = "--refused", paramLabel = "PERCENT", description = "Share of phones that are not accepted (0)")
    private @Nullable Double refused;

    @Option(
            names = "--click",
            paramLabel = "PERCENT",
            description = "Share of people who click a link they receive (30)")
    private @Nullable Double click;

    @Option(
            names = "--click-base",
            paramLabel = "URL",
            description = "Address that links must begin with to be opened (links of this machine only)")
    private @Nullable String clickBase;

    @Option(
            names = "--delivery-window",
            defaultValue = "2000",
            description = "deliver_sm a bind may have unanswered (${DEFAULT-VALUE})")
    private int deliveryWindow;

    @Option(
            names = "--keep-messages",
            defaultValue = "50000",
            description = "Messages kept with their text (${DEFAULT-VALUE})")
    private int keptMessages;

    @Option(
            names = "--keep-phones",
            defaultValue = "1000000",
            description = "Phones kept with their counters (${DEFAULT-VALUE})")
    private int keptPhones;

    @Option(
            names = "--keep-pdus",
            defaultValue = "16",
            paramLabel = "MB",
            description = "Megabytes of PDUs kept (${DEFAULT-VALUE})")
    private int keptPdus;

    @Option(
            names = "--end-with-input",
            description = "End when standard input ends, so that it ends with whoever started it")
    private boolean endWithInput;

    Options() {}

    String host() {
        return host;
    }

    int smppPort() {
        return smppPort;
    }

    int httpPort() {
        return httpPort;
    }

    boolean hasTls() {
        return tlsPort != null;
    }

    boolean endsWithInput() {
        return endWithInput;
    }

    String preset() {
        return preset == null ? "" : preset;
    }

    /**
     * The scenario of the file, with what the other options say of its beginning; null without one.
     *
     * @throws IllegalArgumentException with one sentence that names what is wrong
     */
    @Nullable Scenario scenario() {
        if (scenario == null) {
            return null;
        }
        try {
            return Scenario.read(Files.readString(scenario)).with(changes());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The scenario " + scenario + " cannot be read.", unreadable);
        }
    }

    /** What the simulator is started with; {@code played} is the scenario that begins then. */
    SimulatorSettings settings(@Nullable Scenario played) {
        if (played != null && preset != null) {
            throw new IllegalArgumentException("Either a preset or a scenario: a scenario can name a preset itself.");
        }
        List<Account> accounts = played == null ? List.of() : played.accounts();
        return new SimulatorSettings(
                host,
                smppPort,
                httpPort,
                tlsPort == null ? null : new Tls(tlsPort, tlsCertificate, tlsKey),
                accounts.isEmpty() ? List.of(account()) : accounts,
                SMPPConstant.STAT_ESME_RINVSYSID,
                new Keep(keptMessages, keptPhones, pduOctets(), Keep.USUAL.receipts()),
                Timers.USUAL,
                behaviour());
    }

    private int pduOctets() {
        if (keptPdus < 1 || keptPdus > MOST_MEGABYTES) {
            throw new IllegalArgumentException("Between 1 and " + MOST_MEGABYTES + " megabytes of PDUs can be kept.");
        }
        return keptPdus * 1024 * 1024;
    }

    private Account account() {
        Account usual = Account.of(account, password);
        return new Account(
                usual.systemId(),
                usual.password(),
                usual.maxBinds(),
                usual.throughput(),
                usual.window(),
                deliveryWindow,
                usual.sources(),
                usual.alphabet(),
                usual.dialect(),
                usual.answers());
    }

    private Behaviour behaviour() {
        Behaviour base = preset == null ? Behaviour.usual() : Presets.of(preset).behaviour(1);
        return base.with(changes());
    }

    private JsonObject changes() {
        var changes = new JsonObject();
        put(changes, "seed", seed);
        put(changes, "latency", latency);
        put(changes, "receiptDelay", receiptDelay);
        if (delivered != null || undelivered != null || expired != null) {
            changes.put(
                    "outcomes",
                    new JsonObject()
                            .put("delivered", Objects.requireNonNullElse(delivered, USUAL_DELIVERED))
                            .put("undelivered", Objects.requireNonNullElse(undelivered, USUAL_UNDELIVERED))
                            .put("expired", Objects.requireNonNullElse(expired, USUAL_EXPIRED)));
        }
        if (refused != null) {
            changes.put("refused", new JsonObject().put("share", refused));
        }
        var reading = new JsonObject();
        put(reading, "clicks", click);
        put(reading, "base", clickBase);
        return reading.isEmpty() ? changes : changes.put("reading", reading);
    }

    private static void put(JsonObject object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
