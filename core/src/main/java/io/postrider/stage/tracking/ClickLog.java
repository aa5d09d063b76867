package io.postrider.stage.tracking;

import io.postrider.link.Click;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/**
 * Clicks in files, from where they are pumped to the database. Clicks that come while one is written are written together with
 * the next call. To be used from one event loop.
 */
public final class ClickLog {
    private static final long FULL_BYTES = 8L * 1024 * 1024;
    private static final int MOST_WAITING = 20_000;
    private static final int THREADS = 3;
    private final ClickFile file;
    private final WorkerExecutor disk;
    private List<Waiting> waiting = new ArrayList<>();
    private boolean writing;
    private boolean dirty;

    private record Waiting(String line, Promise<Void> written) {}

    /** @param folder of this server alone; made when it is missing */
    public ClickLog(Vertx vertx, Path folder, Clock clock, RandomGenerator random) {
        this(vertx, folder, FULL_BYTES, clock, random);
    }

    ClickLog(Vertx vertx, Path folder, long fullBytes, Clock clock, RandomGenerator random) {
        this.file = new ClickFile(folder, fullBytes, clock, random);
        this.disk = vertx.createSharedWorkerExecutor("clicks " + folder, THREADS);
    }

    /** Completes when the click would outlive this process; fails when the disk does, or is too slow. */
    Future<Void> append(Click click) {
        if (waiting.size() >= MOST_WAITING) {
            return Future.failedFuture("the disk does not keep up with the clicks");
        }
        Promise<Void> written = Promise.promise();
        waiting.add(new Waiting(ClickLine.of(click), written));
        if (!writing) {
            write();
        }
        return written.future();
    }

    private void write() {
        List<Waiting> batch = waiting;
        waiting = new ArrayList<>();
        writing = !batch.isEmpty();
        if (writing) {
            StringBuilder lines = new StringBuilder();
            batch.forEach(each -> lines.append(each.line()));
            onDisk(() -> {
                        file.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                        return true;
                    })
                    .onComplete(done -> {
                        dirty = true;
                        batch.forEach(each -> {
                            if (done.succeeded()) {
                                each.written().complete();
                            } else {
                                each.written().fail(done.cause());
                            }
                        });
                        write();
                    });
        }
    }

    /** Brings to the disk what was written since the last time. */
    Future<Void> force() {
        if (!dirty) {
            return Future.succeededFuture();
        }
        dirty = false;
        return onDisk(() -> {
                    file.force();
                    return true;
                })
                .mapEmpty();
    }

    /** The files that clicks stand in, the oldest first. */
    Future<List<Path>> files() {
        return onDisk(file::all);
    }

    /** Reads on in a file. */
    Future<ClickPiece> read(Path path, long from) {
        return onDisk(() -> {
            boolean old = !file.isCurrent(path);
            return ClickPiece.read(path, from, old);
        });
    }

    /** Deletes an old file. */
    Future<Void> delete(Path path) {
        return onDisk(() -> Files.deleteIfExists(path)).mapEmpty();
    }

    /** Ends the current file. What is still to be pumped waits for the next start. */
    Future<Void> close() {
        return onDisk(() -> {
                    file.close();
                    return true;
                })
                .eventually(disk::close)
                .mapEmpty();
    }

    private <T> Future<T> onDisk(Callable<T> work) {
        return disk.executeBlocking(work, false);
    }
}
