package io.postrider.stage.tracking;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file that clicks are appended to. A new one is begun at every start, whenever one is full and after every failure; names
 * are never used again. Everything blocks; {@link #write} is for one thread at a time.
 */
final class ClickFile {
    private static final String SUFFIX = ".clicks";
    private static final int HEX = 16;
    private final Path folder;
    private final long fullBytes;
    private final Clock clock;
    private final RandomGenerator random;
    private volatile @Nullable Path current;
    private volatile @Nullable FileChannel channel;

    /** @param fullBytes how large a file may become before the next one is begun */
    ClickFile(Path folder, long fullBytes, Clock clock, RandomGenerator random) {
        this.folder = folder;
        this.fullBytes = fullBytes;
        this.clock = clock;
        this.random = random;
    }

    /** Appends lines with a call of the operating system, so that they outlive this process. */
    void write(byte[] lines) throws IOException {
        try {
            FileChannel file = channel();
            ByteBuffer bytes = ByteBuffer.wrap(lines);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException problem) {
            close(); // half a line may stand at the end, and nothing may be written behind it
            throw problem;
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel file = channel;
        if (file != null && file.size() < fullBytes) {
            return file;
        }
        close();
        Files.createDirectories(folder);
        Path path = folder.resolve(clock.millis() + "-" + Long.toString(random.nextLong(Long.MAX_VALUE), HEX) + SUFFIX);
        current = path; // before it exists, or whoever sees it first takes it for an old one
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        channel = file;
        return file;
    }

    /** Brings what is written to the disk, so that it outlives the machine. */
    void force() throws IOException {
        FileChannel file = channel;
        try {
            if (file != null) {
                file.force(false);
            }
        } catch (ClosedChannelException full) {
            // whoever closed it has forced it
        }
    }

    /** All files there are, the oldest first. */
    List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Whether more may be written to a file. */
    boolean isCurrent(Path file) {
        return file.equals(current);
    }

    /** Ends the file; the next write begins another. */
    void close() throws IOException {
        FileChannel file = channel;
        channel = null;
        current = null;
        if (file != null) {
            try (file) {
                file.force(false);
            }
        }
    }
}
