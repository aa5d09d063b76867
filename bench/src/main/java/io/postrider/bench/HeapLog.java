package io.postrider.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Heap of a JVM in megabytes, as its log of collections tells it.
 *
 * @param peak before a collection at most
 * @param left after a collection at most
 */
record HeapLog(long peak, long left) {
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    /** The option by which a JVM writes such a log. */
    static String option(Path file) {
        return "-Xlog:gc:file=" + file;
    }

    /** Where the log of what works in this folder is kept, since the folder itself is emptied at the start. */
    static Path beside(Path folder) {
        return folder.resolveSibling(folder.getFileName() + "-heap.log");
    }

    /** What the log says so far; nothing where there is none. */
    static HeapLog read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            List<Matcher> found =
                    lines.map(COLLECTION::matcher).filter(Matcher::find).toList();
            return new HeapLog(most(found, 1), most(found, 2));
        } catch (IOException missing) {
            return new HeapLog(0, 0);
        }
    }

    private static long most(List<Matcher> found, int group) {
        return found.stream()
                .mapToLong(match -> Long.parseLong(match.group(group)))
                .max()
                .orElse(0);
    }
}
