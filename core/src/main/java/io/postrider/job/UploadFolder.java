package io.postrider.job;

import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Where uploaded files lie, under random names, until they are no longer needed. */
public final class UploadFolder {
    private static final int NAME_BYTES = 16;
    private static final long MEGABYTE = 1L << 20;
    private final Vertx vertx;
    private final Path folder;
    private final long limit;
    private final RandomGenerator random;

    /**
     * @param folder made when it is missing
     * @param limit bytes of the largest file
     */
    public UploadFolder(Vertx vertx, Path folder, long limit, RandomGenerator random) {
        this.vertx = vertx;
        this.folder = folder;
        this.limit = limit;
        this.random = random;
    }

    /** A file that was received. */
    public record Received(String path, long bytes) {}

    /** The file of an upload. */
    public Path file(Upload upload) {
        return folder.resolve(upload.path());
    }

    /** Writes a paused stream to a new file; refused as soon as it is larger than the limit. Nothing stays of a failed one. */
    Future<Received> receive(ReadStream<Buffer> bytes) {
        String path = freshName();
        String file = folder.resolve(path).toString();
        return vertx.fileSystem()
                .mkdirs(folder.toString())
                .compose(made -> vertx.fileSystem()
                        .open(file, new OpenOptions().setCreateNew(true).setWrite(true)))
                .compose(open -> write(bytes, open)
                        .eventually(open::close)
                        .map(size -> new Received(path, size))
                        .recover(problem -> vertx.fileSystem()
                                .delete(file)
                                .otherwiseEmpty()
                                .compose(gone -> Future.failedFuture(problem))));
    }

    /** Copies a file that comes with the server, on a worker thread; nothing stays of a copy that failed. */
    public Future<Received> copy(Supplier<InputStream> source) {
        String path = freshName();
        return vertx.executeBlocking(() -> new Received(path, copy(source, folder.resolve(path))), false);
    }

    private long copy(Supplier<InputStream> source, Path file) throws IOException {
        Files.createDirectories(folder);
        try (InputStream bytes = source.get()) {
            return Files.copy(bytes, file);
        } catch (IOException problem) {
            Files.deleteIfExists(file);
            throw problem;
        }
    }

    private String freshName() {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    private Future<Long> write(ReadStream<Buffer> bytes, AsyncFile file) {
        Promise<Long> whole = Promise.promise();
        long[] size = {0};
        bytes.exceptionHandler(broken -> whole.tryFail(Refusal.of(JobReason.UPLOAD_BROKEN)));
        bytes.endHandler(end -> {
            if (size[0] == 0) {
                whole.tryFail(Refusal.of(JobReason.UPLOAD_EMPTY));
            } else {
                whole.tryComplete(size[0]);
            }
        });
        bytes.handler(part -> {
            size[0] += part.length();
            if (size[0] > limit) {
                bytes.handler(rest -> {});
                whole.tryFail(Refusal.of(JobReason.UPLOAD_TOO_LARGE, Map.of("most", limit / MEGABYTE + " MB")));
                return;
            }
            file.write(part).onFailure(whole::tryFail);
            if (file.writeQueueFull()) {
                bytes.pause();
                file.drainHandler(drained -> bytes.resume());
            }
        });
        bytes.resume();
        return whole.future();
    }
}
