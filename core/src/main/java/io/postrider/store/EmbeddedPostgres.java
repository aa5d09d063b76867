package io.postrider.store;

import io.postrider.config.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A PostgreSQL of the server's own: real, durable, kept between starts, reachable on loopback with a generated password.
 * It ends with the server, even with one that is killed. All methods block.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "postrider";
    private static final String MAJOR_VERSION = "17";
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("wal_compression", "on"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_line_prefix", ""),
            // the log must not repeat what people wrote
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    private final PostgresFolder folder;
    private final PostgresProcess process;
    private final PostgresAddress address;

    private EmbeddedPostgres(PostgresFolder folder, PostgresProcess process, PostgresAddress address) {
        this.folder = folder;
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it in a folder, which is filled at the first start.
     *
     * @throws CannotStartException with the reason in one sentence
     */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, Map.of());
    }

    /** Starts it with some of PostgreSQL's settings changed. */
    public static EmbeddedPostgres start(Path folder, Map<String, String> changes) {
        try {
            PostgresFolder held = PostgresFolder.hold(folder);
            try {
                return start(held, changes);
            } catch (IOException | RuntimeException failed) {
                held.close();
                throw failed;
            }
        } catch (IOException problem) {
            throw new CannotStartException(
                    "The database in " + folder.toAbsolutePath() + " cannot be started: " + Sentence.of(problem),
                    problem);
        }
    }

    /** Where the one in this folder listens, if a server has started it. */
    public static Optional<PostgresAddress> running(Path folder) {
        try {
            OptionalInt port = PostgresFolder.port(folder);
            if (port.isEmpty()) {
                return Optional.empty();
            }
            try (Socket reached = new Socket(InetAddress.getLoopbackAddress(), port.getAsInt())) {
                return Optional.of(new PostgresAddress(
                        "127.0.0.1", reached.getPort(), USER, USER, PostgresFolder.password(folder), "disable"));
            }
        } catch (IOException nobodyThere) {
            return Optional.empty();
        }
    }

    private static EmbeddedPostgres start(PostgresFolder folder, Map<String, String> changes) throws IOException {
        Unprivileged user = Unprivileged.choose();
        if (!folder.hasCluster()) {
            folder.checkSpace();
        }
        Path programs = PostgresBinaries.unpackInto(folder.root()).resolve("bin");
        if (!folder.hasCluster()) {
            create(folder, user, programs);
        }
        folder.checkVersion(MAJOR_VERSION);
        new LeftOver(folder.cluster()).end();
        int port = freePort();
        PostgresProcess process =
                PostgresProcess.start(user, folder.root(), command(programs, folder.cluster(), port, changes));
        PostgresAddress maintenance =
                new PostgresAddress("127.0.0.1", port, "postgres", USER, folder.password(), "disable");
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, process, maintenance.withDatabase(USER));
        try {
            createDatabase(maintenance);
        } catch (IOException failed) {
            process.stop();
            throw failed;
        }
        return postgres;
    }

    private static void create(PostgresFolder folder, Unprivileged user, Path programs) throws IOException {
        Path unfinished = folder.root().resolve("cluster.unfinished");
        FileTree.delete(unfinished);
        Files.createDirectory(unfinished);
        folder.makePassword(new SecureRandom());
        user.own(unfinished);
        user.own(folder.passwordFile());
        Process initdb = new ProcessBuilder(user.run(List.of(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + unfinished,
                        "--username=" + USER,
                        "--pwfile=" + folder.passwordFile(),
                        "--auth=scram-sha-256",
                        "--data-checksums",
                        "--encoding=UTF8",
                        // the server's own rules, so that an update of the system never breaks an index
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")))
                .redirectErrorStream(true)
                .start();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (Finished.waitFor(initdb) != 0) {
            throw new IOException("initdb failed: " + output.strip().replaceAll("(?s).*\n", ""));
        }
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> command(Path programs, Path cluster, int port, Map<String, String> changes) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.putAll(changes);
        List<String> words = new ArrayList<>(List.of(
                programs.resolve("postgres").toString(), "-D", cluster.toString(), "-p", Integer.toString(port)));
        settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void createDatabase(PostgresAddress maintenance) throws IOException {
        try (Connection connection = DriverManager.getConnection(maintenance.jdbcUrl(), maintenance.jdbcProperties());
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + USER + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + USER);
        } catch (SQLException problem) {
            throw new IOException(problem.getMessage(), problem);
        }
    }

    /** Where it listens this time. */
    public PostgresAddress address() {
        return address;
    }

    /** Carries the action out, on a thread of the JDK, when PostgreSQL ends without having been asked to. */
    public void whenItEndsByItself(Runnable action) {
        process.whenItEndsByItself(action);
    }

    /** Stops it in good order and gives the folder back. */
    @Override
    public void close() {
        try (folder) {
            process.stop();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
