package io.postrider.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process that says on its standard output, in one line with a known beginning, that it is ready. Its standard error goes
 * to a file. It is ended with this JVM.
 */
public final class Child implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final String SAID = "postrider: ";
    private final String name;
    private final Process process;
    private final Path log;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final List<String> lines = new ArrayList<>();
    private final Thread hook;

    private Child(String name, Process process, Path log, String readyPrefix) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.hook = new Thread(this::end, "end " + name);
        Runtime.getRuntime().addShutdownHook(hook);
        Thread reader = new Thread(() -> read(readyPrefix), "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process and waits until it is ready.
     *
     * @throws RigException if it ends before, or takes longer than 90 seconds
     */
    public static Child start(String name, List<String> command, Path log, String readyPrefix) {
        return start(name, command, Map.of(), log, readyPrefix);
    }

    /** The same with more environment variables, for what must not stand on a command line. */
    public static Child start(
            String name, List<String> command, Map<String, String> environment, Path log, String readyPrefix) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Child child = new Child(name, process, log, readyPrefix);
            child.await();
            return child;
        } catch (IOException problem) {
            throw new RigException("The " + name + " could not be started: " + problem.getMessage(), problem);
        }
    }

    private void await() {
        try {
            ready.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException problem) {
            kill();
            throw new RigException("The " + name + " did not start" + reason() + " Its log is " + log + ".", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RigException("The start of the " + name + " was interrupted.", interrupted);
        }
    }

    /** What it said itself, in its last line that was meant for people. */
    private String reason() {
        try (Stream<String> written = Files.lines(log)) {
            return written.filter(line -> line.startsWith(SAID))
                    .reduce((first, last) -> last)
                    .map(line -> ": " + line.substring(SAID.length()))
                    .orElse(".");
        } catch (IOException | UncheckedIOException unreadable) {
            return ".";
        }
    }

    private void read(String readyPrefix) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null) {
                synchronized (lines) {
                    lines.add(line);
                }
                if (line.startsWith(readyPrefix)) {
                    ready.complete(line);
                }
                line = output.readLine();
            }
            ready.completeExceptionally(new IOException("it ended before it was ready"));
        } catch (IOException ended) {
            ready.completeExceptionally(ended);
        }
    }

    /** The line that said it was ready. */
    public String readyLine() {
        return ready.join();
    }

    /** Writes a line to its standard input. */
    public void tell(String line) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException ended) {
            throw new RigException("The " + name + " has ended" + reason() + " Its log is " + log + ".", ended);
        }
    }

    /** What it has written on standard output so far. */
    public List<String> output() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Process id. */
    public long pid() {
        return process.pid();
    }

    /** Kills it as a power cut would: SIGKILL, no chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** Asks it to end (SIGTERM) and waits; kills it when it does not within 30 seconds. */
    @Override
    public void close() {
        process.destroy();
        waitForEnd();
    }

    /** This JVM ends only after it, so that whoever starts the next one finds the ports free. */
    private void end() {
        process.destroy();
        try {
            process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it ends by itself. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException alreadyShuttingDown) {
            // the hook is running: nothing left to take back
        }
    }
}
