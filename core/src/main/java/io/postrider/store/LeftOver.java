package io.postrider.store;

import io.postrider.config.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's processes that a killed server left behind. They are known by their working folder, which is always the
 * data's: a process id from a file may belong to somebody else by now.
 */
final class LeftOver {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);
    private static final int PATIENCE_SECONDS = 30;
    private final Path cluster;

    LeftOver(Path cluster) {
        this.cluster = cluster;
    }

    /** Ends them in good order, so that never two work on the same data. Called only by who holds the folder. */
    void end() throws IOException {
        List<ProcessHandle> processes = processes();
        if (!processes.isEmpty()) {
            interrupt(postmaster(processes));
            waitFor(processes);
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(cluster);
        } catch (IOException endedOrForeign) {
            return false;
        }
    }

    private static ProcessHandle postmaster(List<ProcessHandle> processes) {
        return processes.stream()
                .filter(process -> process.parent().filter(processes::contains).isEmpty())
                .findFirst()
                .orElse(processes.get(0));
    }

    private static void interrupt(ProcessHandle postmaster) throws IOException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + postmaster.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (Finished.waitFor(kill) != 0) {
            LOG.debug("PostgreSQL {} had ended already", postmaster.pid());
        }
    }

    private void waitFor(List<ProcessHandle> processes) throws IOException {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a PostgreSQL of an earlier start was ending", interrupted);
        } catch (ExecutionException | TimeoutException stillThere) {
            throw new CannotStartException("A PostgreSQL of an earlier start still works in " + cluster
                    + " and does not end (process " + processes.get(0).pid() + ").");
        }
    }
}
