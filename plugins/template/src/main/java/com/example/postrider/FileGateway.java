package com.example.postrider;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Writes messages to a file, one line a part. What a real gateway does with its operator stands here in small: one thread of
 * its own, a bounded queue, one outcome for each message that was taken, a state for the admin, and another try when the
 * file is out of reach.
 */
final class FileGateway implements Gateway {
    private static final int ROOM = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration WAIT = Duration.ofMillis(100);

    private final GatewayContext host;
    private final Path file;
    private final BlockingQueue<Submission> waiting = new LinkedBlockingQueue<>(ROOM);
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread writer;
    private boolean taking;

    FileGateway(GatewayContext host, Path file) {
        this.host = host;
        this.file = file;
        this.writer = new Thread(this::run, "file gateway of " + host.sender());
    }

    @Override
    public CompletionStage<Void> start() {
        writer.start();
        return started;
    }

    /** Never blocks: what finds no room is left to the host, which offers it again after {@code ready()}. */
    @Override
    public synchronized int submit(List<Submission> batch) {
        int taken = 0;
        while (taking && taken < batch.size() && waiting.offer(batch.get(taken))) {
            taken++;
        }
        return taken;
    }

    @Override
    public synchronized CompletionStage<Void> stop(Duration drain) {
        taking = false;
        stop.countDown();
        return stopped;
    }

    private synchronized void take(boolean more) {
        taking = more && stop.getCount() > 0;
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                connect();
                stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void connect() throws InterruptedException {
        try (Writer lines = new FileWriter(file.toFile(), StandardCharsets.UTF_8, true)) {
            take(true);
            host.state(new GatewayState(GatewayState.Phase.UP, "Messages are written to " + file + "."));
            host.ready();
            started.complete(null);
            while (stop.getCount() > 0 || !waiting.isEmpty()) {
                write(lines);
            }
        } catch (IOException problem) {
            take(false);
            host.state(new GatewayState(GatewayState.Phase.DOWN, "The file cannot be written: " + problem.getMessage()));
            started.complete(null);
        }
    }

    /** Writes what waits, and tells the host in one list. */
    private void write(Writer lines) throws IOException, InterruptedException {
        Submission first = waiting.poll(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<Submission> batch = new ArrayList<>(List.of(first));
        waiting.drainTo(batch);
        List<Outcome> outcomes = new ArrayList<>();
        try {
            for (Submission message : batch) {
                outcomes.add(write(lines, message));
            }
            lines.flush();
        } catch (IOException problem) {
            outcomes.clear();
            batch.forEach(message -> outcomes.add(uncertain(message)));
            throw problem;
        } finally {
            host.outcomes(outcomes);
            host.ready();
        }
    }

    private static Outcome write(Writer lines, Submission message) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String part : message.parts()) {
            String id = UUID.randomUUID().toString();
            lines.write(id + "\t" + message.from() + "\t" + message.to() + "\t" + part.replaceAll("\\s", " ") + "\n");
            ids.add(id);
        }
        return new Outcome.Accepted(message.token(), ids);
    }

    /** Perhaps it stands in the file, perhaps not: the host must not send it again by itself. */
    private static Outcome uncertain(Submission message) {
        return new Outcome.Uncertain(message.token(), "The file could not be written to the end.");
    }

    /** Every message that was taken has its outcome before the stop is complete. */
    private void end() {
        take(false);
        List<Submission> left = new ArrayList<>();
        waiting.drainTo(left);
        if (!left.isEmpty()) {
            host.outcomes(left.stream()
                    .<Outcome>map(message -> new Outcome.Throttled(message.token(), Duration.ZERO))
                    .toList());
        }
        host.state(new GatewayState(GatewayState.Phase.STOPPED, "Stopped."));
        started.complete(null);
        stopped.complete(null);
    }
}
