package io.postrider.bench;

import io.postrider.load.Account;
import io.postrider.rig.Child;
import io.postrider.rig.Client;
import io.postrider.rig.Installation;
import io.postrider.rig.Ports;
import io.postrider.rig.ProcessTimes;
import io.postrider.rig.RigException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An SMPP server as a process of its own: our simulator, or jsmpp's example. */
final class Smsc implements AutoCloseable {
    private static final String SYSTEM_ID = "postrider";
    private static final String PASSWORD = "simulate";

    private final Child process;
    private final Ports ports;

    private Smsc(Child process, Ports ports) {
        this.process = process;
        this.ports = ports;
    }

    /** How such a server is started. */
    @FunctionalInterface
    interface Starter {
        Smsc start();
    }

    /**
     * Our simulator; nobody clicks.
     *
     * @param heap such as {@code -Xmx512m}
     * @param jvm more options of the JVM
     * @param options more options of the simulator
     */
    static Smsc ours(Installation installation, Path folder, String heap, List<String> jvm, List<String> options) {
        Ports ports = Ports.free();
        List<String> command = installation.command(heap, "simulator", "io.postrider.simulator.Main");
        command.addAll(1, jvm);
        command.addAll(List.of(
                "--smpp-port", Integer.toString(ports.smpp()), "--http-port", Integer.toString(ports.simulator())));
        command.addAll(List.of("--account", SYSTEM_ID, "--password", PASSWORD, "--click", "0"));
        command.addAll(options);
        Path log = log(folder, "simulator.log");
        return new Smsc(Child.start("simulator", command, log, "Postrider simulator is ready"), ports);
    }

    /**
     * jsmpp's example.
     *
     * @param log whether it writes its log, into a file
     */
    static Smsc example(Installation installation, Path folder, String heap, boolean log) {
        Ports ports = Ports.free();
        List<String> command = installation.command(heap, "bench", ExampleServer.class.getName());
        command.addAll(
                1,
                List.of(
                        "-Dlogback.configurationFile=" + (log ? "example-logback.xml" : "logback.xml"),
                        "-D" + ExampleServer.PORT + "=" + ports.smpp(),
                        "-Djsmpp.client.systemId=" + SYSTEM_ID,
                        "-Djsmpp.client.password=" + PASSWORD));
        Path file = log(folder, "example.log");
        return new Smsc(Child.start("example of jsmpp", command, file, ExampleServer.READY), ports);
    }

    /** Empty, whatever an earlier process wrote into it. */
    private static Path log(Path folder, String name) {
        try {
            Path file = Files.createDirectories(folder).resolve(name);
            Files.deleteIfExists(file);
            return file;
        } catch (IOException problem) {
            throw new RigException("The folder " + folder + " cannot be made: " + problem.getMessage(), problem);
        }
    }

    Account account() {
        return new Account(ports.smpp(), SYSTEM_ID, PASSWORD);
    }

    /** Where our simulator's page is. */
    URI page() {
        return URI.create("http://127.0.0.1:" + ports.simulator() + "/");
    }

    /** What our simulator has counted since the last reset. */
    JsonObject statistics() {
        return new Client(page(), "").get("/api/v1/statistics");
    }

    /** Lets our simulator forget what it has seen. */
    void reset() {
        new Client(page(), "").post("/api/v1/reset", new JsonObject());
    }

    /** CPU seconds it has used so far. */
    double cpuSeconds() {
        return ProcessTimes.cpuSeconds(process.pid());
    }

    /** Most memory it ever had resident. */
    long peakResidentMb() {
        return ProcessTimes.peakResidentMb(process.pid());
    }

    @Override
    public void close() {
        process.close();
    }
}
