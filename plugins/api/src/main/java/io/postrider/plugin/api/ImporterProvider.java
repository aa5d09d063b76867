package io.postrider.plugin.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pf4j.ExtensionPoint;

/** Reads files of one format as rows. Stateless; the host calls it on a thread where blocking is allowed. */
public interface ImporterProvider extends ExtensionPoint {
    /** Stable lower-case name, such as {@code csv}. */
    String name();

    /** What can be told about a file's form, such as its delimiter. */
    List<Setting> settings();

    /** Whether a file looks like this format, judged by name and first bytes (at most 64 KiB). */
    boolean accepts(String fileName, byte[] head);

    /**
     * Looks at the file and proposes settings; what {@code given} says already wins over what is detected.
     *
     * @throws RowException if the file cannot be this format at all
     */
    Map<String, String> detect(Path file, Map<String, String> given) throws IOException;

    /**
     * Opens the file.
     *
     * @param settings as proposed by {@link #detect}, perhaps changed by a person
     * @param position where to go on, from {@link RowSource#position}; 0 for the beginning
     */
    RowSource open(Path file, Map<String, String> settings, long position) throws IOException;
}
