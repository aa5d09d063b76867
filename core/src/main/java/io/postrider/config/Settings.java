package io.postrider.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All settings of the server, checked. {@code reference.yaml} says what each one is for. */
public record Settings(
        Path data,
        Listen web,
        Listen tracking,
        String trackingBase,
        Listen ops,
        Storage database,
        List<Path> plugins,
        FirstAdmin admin,
        Importing importing,
        Rendering rendering,
        Sending sending,
        Simulated simulator) {
    private static final int LAST_PORT = 65_535;
    private static final String REFERENCE = "/reference.yaml";

    /** Where a door of the server is; port 0 is any free one. */
    public record Listen(String host, int port) {}

    /** Which PostgreSQL; an empty url is the server's own. */
    public record Storage(Secret url, int people, int stages) {}

    /** Who the first user is; an empty password is made up. */
    public record FirstAdmin(String login, Secret password) {}

    /** Limits of imports. */
    public record Importing(int jobs, long uploadBytes) {}

    /** How much is rendered at once, how far ahead of the senders, and how long a sender may be away before others stand in. */
    public record Rendering(int workers, int chunk, int ahead, Duration failOverAfter) {}

    /** How long receipts are waited for, how often work is looked for without a hint. */
    public record Sending(Duration receiptGrace, Duration drain, Duration sweep) {}

    /** Where the simulator is, or is started. */
    public record Simulated(String host, int port, URI web) {}

    public Settings {
        plugins = List.copyOf(plugins);
    }

    /**
     * Reads the reference, then what changes it.
     *
     * @param file the user's file, if there is one
     * @param environment variables, of which those that begin with {@code POSTRIDER_} count
     * @param assignments {@code key=value} from the command line
     * @throws CannotStartException naming the setting that is wrong
     */
    public static Settings read(Optional<Path> file, Map<String, String> environment, List<String> assignments) {
        SettingsTree tree = SettingsTree.reference(reference());
        file.ifPresent(path -> tree.file(contents(path), "The file " + path));
        tree.environment(environment);
        assignments.forEach(tree::assignment);
        return bind(tree);
    }

    /** The reference as text, for people. */
    public static String reference() {
        try (InputStream stream = Settings.class.getResourceAsStream(REFERENCE)) {
            if (stream == null) {
                throw new IllegalStateException("the reference of settings is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CannotStartException("The file of settings " + file + " cannot be read.", unreadable);
        }
    }

    private static Settings bind(SettingsTree tree) {
        return new Settings(
                Path.of(tree.required("data")).toAbsolutePath().normalize(),
                listen(tree, "web"),
                listen(tree, "tracking"),
                base(tree.text("tracking.base")),
                listen(tree, "ops"),
                new Storage(
                        new Secret(tree.text("database.url")),
                        tree.count("database.people", 2, 100),
                        tree.count("database.stages", 4, 100)),
                tree.list("plugins.folders").stream().map(Path::of).toList(),
                new FirstAdmin(tree.required("admin.login"), new Secret(tree.text("admin.password"))),
                new Importing(
                        tree.count("importing.jobs", 1, 16),
                        tree.whole("importing.upload-bytes", 1024, Long.MAX_VALUE)),
                new Rendering(
                        tree.count("rendering.workers", 1, 64),
                        tree.count("rendering.chunk", 1, 5000),
                        tree.count("rendering.ahead", 1000, 10_000_000),
                        tree.duration("rendering.fail-over-after")),
                new Sending(
                        tree.duration("sending.receipt-grace"),
                        tree.duration("sending.drain"),
                        tree.duration("sending.sweep")),
                simulated(tree));
    }

    private static Listen listen(SettingsTree tree, String door) {
        return new Listen(tree.required(door + ".host"), tree.port(door + ".port"));
    }

    private static Simulated simulated(SettingsTree tree) {
        String smpp = tree.required("simulator.smpp");
        String web = tree.required("simulator.web");
        int colon = smpp.lastIndexOf(':');
        try {
            int port = Integer.parseInt(smpp.substring(colon + 1));
            URI page = new URI(web);
            if (colon > 0
                    && port > 0
                    && port <= LAST_PORT
                    && "http".equals(page.getScheme())
                    && page.getHost() != null) {
                return new Simulated(smpp.substring(0, colon), port, page);
            }
        } catch (NumberFormatException | URISyntaxException unreadable) {
            // refused below, in the same words
        }
        throw new CannotStartException(
                "The setting simulator.smpp must look like 127.0.0.1:2775, and simulator.web like http://127.0.0.1:8775/.");
    }

    private static String base(String base) {
        boolean web = base.startsWith("https://") || base.startsWith("http://");
        if (!base.isEmpty() && !(web && base.endsWith("/"))) {
            throw new CannotStartException(
                    "The setting tracking.base must look like https://go.example.com/, with a slash at the end.");
        }
        return base;
    }
}
