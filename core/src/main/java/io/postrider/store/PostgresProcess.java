package io.postrider.store;

import io.postrider.config.CannotStartException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL under a small shell that stops it when this JVM is gone, however it went. It has a session of its
 * own, so that Ctrl-C in a terminal reaches only the server, which then stops it last.
 */
final class PostgresProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    private static final String READY = "database system is ready to accept connections";
    private static final int START_MINUTES = 5;
    private static final int STOP_SECONDS = 60;
    private final Process supervisor;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile boolean stopping;

    private PostgresProcess(Process supervisor) {
        this.supervisor = supervisor;
    }

    /** Starts the command and returns when PostgreSQL accepts connections. Blocks; recovery after a crash takes time. */
    static PostgresProcess start(Unprivileged user, Path folder, List<String> postgres) throws IOException {
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(user.run(List.of("sh", "-c", script(), "postrider-postgres")));
        words.addAll(postgres);
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        PostgresProcess started = new PostgresProcess(process);
        started.readLog();
        started.awaitReady();
        return started;
    }

    private static String script() throws IOException {
        try (InputStream script = PostgresProcess.class.getResourceAsStream("/postgres/supervisor.sh")) {
            if (script == null) {
                throw new IOException("supervisor.sh is missing from the jar");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void readLog() {
        Thread reader = new Thread(this::copyLog, "postgres-log");
        reader.setDaemon(true);
        reader.start();
    }

    private void copyLog() {
        String problem = "it ended without a word";
        try (BufferedReader lines = supervisor.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log(line);
                if (line.contains(READY)) {
                    ready.complete(null);
                }
                if (line.startsWith("FATAL:") || !line.contains(": ")) {
                    problem = line.replaceFirst("^FATAL: +", "");
                }
            }
        } catch (IOException | UncheckedIOException closed) {
            LOG.debug("PostgreSQL's log ended", closed);
        }
        ready.completeExceptionally(new IOException("PostgreSQL did not start: " + problem + "."));
    }

    private void log(String line) {
        if (line.startsWith("FATAL:") || line.startsWith("PANIC:")) {
            LOG.warn("PostgreSQL: {}", line);
        } else if (line.startsWith("WARNING:")) {
            LOG.info("PostgreSQL: {}", line);
        } else {
            LOG.debug("PostgreSQL: {}", line);
        }
    }

    private void awaitReady() throws IOException {
        try {
            ready.get(START_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            supervisor.getOutputStream().close();
            throw new IOException("interrupted while PostgreSQL was starting", interrupted);
        } catch (TimeoutException slow) {
            supervisor.getOutputStream().close();
            throw new CannotStartException("PostgreSQL was not ready after " + START_MINUTES + " minutes.", slow);
        } catch (ExecutionException failed) {
            throw new CannotStartException(reason(failed), failed);
        }
    }

    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return cause == null || cause.getMessage() == null ? "PostgreSQL did not start." : cause.getMessage();
    }

    /** Carries the action out when it ends without having been asked to. */
    void whenItEndsByItself(Runnable action) {
        var unused = supervisor.onExit().thenAccept(process -> {
            if (!stopping) {
                action.run();
            }
        });
    }

    /** Asks it to write everything down and end, and waits for that. */
    void stop() throws IOException {
        stopping = true;
        try (OutputStream toSupervisor = supervisor.getOutputStream()) {
            toSupervisor.write("stop\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException endedAlready) {
            LOG.debug("PostgreSQL had ended already", endedAlready);
        }
        try {
            if (!supervisor.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("PostgreSQL did not end within " + STOP_SECONDS + " seconds");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was ending", interrupted);
        }
    }
}
