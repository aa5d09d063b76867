package io.postrider.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where plugins are unpacked. Only folders that it made itself are ever deleted. */
final class WorkFolder {
    private static final Logger log = LoggerFactory.getLogger(WorkFolder.class);
    private static final String PREFIX = "unpacked-";
    private final Path root;

    /** Deletes what an earlier server left behind when it was killed. */
    WorkFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.root);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(this.root, PREFIX + "*")) {
                left.forEach(this::delete);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder for unpacked plugins cannot be used: " + root, unusable);
        }
    }

    Path root() {
        return root;
    }

    Path newFolder() throws PluginRefused {
        try {
            return Files.createTempDirectory(root, PREFIX);
        } catch (IOException full) {
            throw new PluginRefused(
                    PluginFault.UNREADABLE, "The plugin cannot be unpacked: " + PluginRefused.words(full), full);
        }
    }

    void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException inUse) {
            log.warn("The unpacked plugin in {} cannot be deleted", folder, inUse);
        }
    }
}
