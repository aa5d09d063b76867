package io.postrider.plugin;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Unpacks a plugin's ZIP, trusting neither its names nor its sizes. */
final class PluginArchive {
    private final int maxEntries;
    private final long maxBytes;

    /** @param maxBytes largest sum of the unpacked files, in bytes */
    PluginArchive(int maxEntries, long maxBytes) {
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
    }

    /** Unpacks into an empty folder, and never outside it. */
    void unpack(Path zip, Path folder) throws PluginRefused {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.size() > maxEntries) {
                throw new PluginRefused(
                        PluginFault.TOO_LARGE, "The plugin's ZIP has more than " + maxEntries + " files.");
            }
            long room = maxBytes;
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                room -= unpack(file, entries.nextElement(), folder, room);
            }
        } catch (ZipException | EOFException corrupt) {
            throw new PluginRefused(
                    PluginFault.NOT_A_ZIP, "The file is not a ZIP, or it is damaged; copy it again.", corrupt);
        } catch (FileAlreadyExistsException twice) {
            throw new PluginRefused(PluginFault.UNSAFE_ZIP, "The plugin's ZIP holds one file name twice.", twice);
        } catch (IOException unreadable) {
            throw new PluginRefused(
                    PluginFault.UNREADABLE,
                    "The plugin cannot be unpacked: " + PluginRefused.words(unreadable),
                    unreadable);
        }
    }

    private long unpack(ZipFile file, ZipEntry entry, Path folder, long room) throws IOException, PluginRefused {
        Path target = inside(folder, entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return 0;
        }
        Files.createDirectories(target.resolveSibling("."));
        try (InputStream from = file.getInputStream(entry);
                OutputStream to = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            return copy(from, to, room);
        }
    }

    private static Path inside(Path folder, String name) throws PluginRefused {
        try {
            Path target = folder.resolve(name).normalize();
            if (target.startsWith(folder) && !target.equals(folder) && name.indexOf('\\') < 0) {
                return target;
            }
        } catch (InvalidPathException impossible) {
            throw unsafe(impossible);
        }
        throw unsafe(null);
    }

    private static PluginRefused unsafe(@Nullable Throwable cause) {
        return new PluginRefused(
                PluginFault.UNSAFE_ZIP,
                "The plugin's ZIP holds a file name that leads outside of it; do not trust this file.",
                cause);
    }

    private long copy(InputStream from, OutputStream to, long room) throws IOException, PluginRefused {
        byte[] buffer = new byte[16_384];
        long copied = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            copied += read;
            if (copied > room) {
                throw new PluginRefused(
                        PluginFault.TOO_LARGE,
                        "The plugin is larger than " + maxBytes / 1_000_000 + " MB when it is unpacked.");
            }
            to.write(buffer, 0, read);
        }
        return copied;
    }
}
