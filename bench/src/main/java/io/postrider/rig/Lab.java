package io.postrider.rig;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server and a simulator as processes of their own, with a folder for what they keep. The server can be killed and started
 * again; the simulator goes on.
 */
public final class Lab implements AutoCloseable {
    /** The first user of the server. */
    public static final String LOGIN = "admin";

    private final Installation installation;
    private final Ports ports;
    private final Path folder;
    private final Options options;
    private final String password;
    private final Child simulator;
    private Child server;

    private Lab(Installation installation, Ports ports, Path folder, Options options, String password) {
        this.installation = installation;
        this.ports = ports;
        this.folder = folder;
        this.options = options;
        this.password = password;
        this.simulator = startSimulator(options.simulator());
        try {
            this.server = startServer();
        } catch (RigException problem) {
            simulator.close();
            throw problem;
        }
    }

    /**
     * How both are started.
     *
     * @param simulator more options of the simulator's command line
     * @param server settings of the server, such as {@code rendering.workers=4}
     * @param serverJvm more options of the server's JVM
     */
    public record Options(List<String> simulator, List<String> server, List<String> serverJvm) {
        public Options {
            simulator = List.copyOf(simulator);
            server = List.copyOf(server);
            serverJvm = List.copyOf(serverJvm);
        }
    }

    /**
     * Starts both.
     *
     * @param folder what they keep; what stands there already is kept
     * @param simulatorOptions more options of the simulator's command line
     * @param serverOptions settings of the server, such as {@code rendering.workers=4}
     * @param password of the first user, {@link #LOGIN}
     */
    public static Lab start(
            Installation installation,
            Ports ports,
            Path folder,
            List<String> simulatorOptions,
            List<String> serverOptions,
            String password) {
        return start(installation, ports, folder, new Options(simulatorOptions, serverOptions, List.of()), password);
    }

    /** The same with options of the JVM. */
    public static Lab start(Installation installation, Ports ports, Path folder, Options options, String password) {
        ports.check();
        try {
            Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new RigException("The folder " + folder + " cannot be made: " + problem.getMessage(), problem);
        }
        return new Lab(installation, ports, folder, options, password);
    }

    private Child startSimulator(List<String> options) {
        List<String> command = installation.command("-Xmx512m", "simulator", "io.postrider.simulator.Main");
        command.addAll(List.of(
                "--smpp-port", Integer.toString(ports.smpp()), "--http-port", Integer.toString(ports.simulator())));
        command.addAll(options);
        return Child.start("simulator", command, folder.resolve("simulator.log"), "Postrider simulator is ready");
    }

    private Child startServer() {
        List<String> command = installation.command("-Xmx512m", "core", "io.postrider.Main");
        command.addAll(1, options.serverJvm());
        command.addAll(List.of("--bundled", installation.plugins().toString()));
        List<String> settings = new ArrayList<>(List.of(
                "data=" + folder.resolve("server"),
                "web.port=" + ports.web(),
                "tracking.port=" + ports.tracking(),
                "ops.port=" + ports.ops()));
        settings.addAll(options.server());
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        return Child.start(
                "server",
                command,
                Map.of("POSTRIDER_ADMIN_LOGIN", LOGIN, "POSTRIDER_ADMIN_PASSWORD", password),
                folder.resolve("server.log"),
                "Postrider is ready");
    }

    /** Kills the server as a power cut would. */
    public void killServer() {
        server.kill();
    }

    /** Starts the server again with what it kept. */
    public void restartServer() {
        server.close();
        server = startServer();
    }

    /**
     * Lets the command {@code recount} count every run again beside the running server.
     *
     * @return what it printed: each counter that differs from the facts, and a last line that says whether any does
     */
    public List<String> recount() {
        List<String> command = installation.command("-Xmx256m", "core", "io.postrider.Recount");
        command.addAll(List.of("--set", "data=" + folder.resolve("server")));
        try (Child recount = Child.start("recount", command, folder.resolve("recount.log"), "Counted ")) {
            recount.waitFor();
            return recount.output();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RigException("The recount was interrupted.", interrupted);
        }
    }

    /** The server's process. */
    public Child server() {
        return server;
    }

    /** Process id of the simulator. */
    public long simulatorPid() {
        return simulator.pid();
    }

    /** Address of the server. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + ports.web() + "/");
    }

    /** The server's API, as an administrator with a key of its own. */
    public Client api() {
        return new Client(address(), "").logIn(LOGIN, password);
    }

    /** The simulator's interface. */
    public Client simulator() {
        return new Client(URI.create("http://127.0.0.1:" + ports.simulator() + "/"), "");
    }

    /** Settings with which the server's gateway reaches the simulator. */
    public Map<String, String> gatewaySettings() {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(ports.smpp()),
                "system-id", "postrider",
                "password", "simulate");
    }

    /** Where the simulator listens for SMPP. */
    public int smppPort() {
        return ports.smpp();
    }

    /** Folder of the server's own PostgreSQL. */
    public Path postgres() {
        return folder.resolve("server/postgres");
    }

    /** Log of the server, for whoever asks why. */
    public Path serverLog() {
        return folder.resolve("server.log");
    }

    @Override
    public void close() {
        server.close();
        simulator.close();
    }
}
