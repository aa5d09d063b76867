package io.postrider.store;

import io.postrider.config.CannotStartException;
import io.postrider.config.Secret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the embedded PostgreSQL, held by one server at a time: {@code lock}, {@code password} (mode 600),
 * {@code binaries-…} and {@code cluster}, which holds the data.
 */
final class PostgresFolder implements AutoCloseable {
    private static final int PASSWORD_BYTES = 24;
    private static final int PORT_LINE = 3;
    private static final long NEEDED_BYTES = 512L << 20;
    private final Path root;
    private final FileChannel lock;

    private PostgresFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes the folder, and makes it if it is missing. */
    static PostgresFolder hold(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path root = folder.toRealPath();
        if (!Files.isWritable(root)) {
            throw new CannotStartException("The folder " + root + " is not writable for this user.");
        }
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new CannotStartException("Another Postrider uses the folder " + root
                    + ": stop it, or give this one a folder of its own (setting data).");
        }
        return new PostgresFolder(root, channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    boolean hasCluster() {
        return Files.exists(cluster());
    }

    /** The port of the PostgreSQL that runs here, by its own notes; empty if none does. */
    static OptionalInt port(Path folder) throws IOException {
        Path notes = folder.resolve("cluster").resolve("postmaster.pid");
        if (Files.notExists(notes)) {
            return OptionalInt.empty();
        }
        List<String> lines = Files.readAllLines(notes);
        return lines.size() > PORT_LINE
                ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                : OptionalInt.empty();
    }

    /** Refuses to make a database on a full disk, where it would break half-way. */
    void checkSpace() throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new CannotStartException("The disk of " + root + " has only " + (free >> 20)
                    + " MB free, but a database needs at least " + (NEEDED_BYTES >> 20) + " MB.");
        }
    }

    /** Refuses data that the programs cannot read. */
    void checkVersion(String major) throws IOException {
        Path file = cluster().resolve("PG_VERSION");
        String found = Files.exists(file) ? Files.readString(file).trim() : "an unknown version";
        if (!found.equals(major)) {
            throw new CannotStartException("The data in " + cluster() + " belong to PostgreSQL " + found
                    + ", but this Postrider brings PostgreSQL " + major + ".");
        }
    }

    /** The password made when the data were. */
    Secret password() throws IOException {
        return password(root);
    }

    static Secret password(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            throw new CannotStartException(
                    "The file " + file + " is missing, and without it the database cannot be entered.");
        }
        return new Secret(Files.readString(file).trim());
    }

    void makePassword(SecureRandom random) throws IOException {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), Base64.getUrlEncoder().encodeToString(bytes));
    }

    /** Gives the folder back. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
