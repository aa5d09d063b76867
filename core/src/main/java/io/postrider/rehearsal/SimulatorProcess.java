package io.postrider.rehearsal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The stand-alone simulator as a process of its own, with a class path of its own. It ends when its standard input ends, and
 * the server holds the other end: so it goes with the server however that ends.
 */
final class SimulatorProcess {
    private static final String MAIN = "io.postrider.simulator.Main";
    private static final long PATIENCE_SECONDS = 10;
    private static final int LONGEST = 300;
    private final Process process;
    private final Path log;

    private SimulatorProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it; blocks only as long as the system needs for that.
     *
     * @param folder with its jar, and {@code lib} with the jars it needs
     * @param log what it says goes there, in the place of what an earlier one said
     */
    static SimulatorProcess start(Path folder, SimulatorAddress address, Path log) throws IOException {
        String classPath =
                folder.resolve("*") + File.pathSeparator + folder.resolve("lib").resolve("*");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath,
                MAIN,
                "--host",
                address.smppHost(),
                "--smpp-port",
                Integer.toString(address.smppPort()),
                "--http-port",
                Integer.toString(address.webPort()),
                "--account",
                SimulatorAddress.ACCOUNT,
                "--password",
                SimulatorAddress.PASSWORD,
                "--end-with-input");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new SimulatorProcess(process, log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Lets go of its standard input, as the system does when the server is killed. */
    void letGo() throws IOException {
        process.getOutputStream().close();
    }

    /** Whether it ends within some seconds; blocks. */
    boolean endedWithin(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    /** What it said last, for whoever asks why it has ended. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            String last = lines.isEmpty() ? "it said nothing." : lines.get(lines.size() - 1);
            return last.length() > LONGEST ? last.substring(0, LONGEST) : last;
        } catch (IOException unreadable) {
            return "its log " + log + " cannot be read.";
        }
    }

    /** Ends it and waits; blocks. */
    void end() {
        process.destroy();
        try {
            if (!endedWithin(PATIENCE_SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
