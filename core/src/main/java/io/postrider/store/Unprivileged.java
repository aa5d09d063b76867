package io.postrider.store;

import io.postrider.config.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run PostgreSQL, which refuses to run as root. Root starts it in a user namespace of its own, where the files still
 * belong to it; where namespaces are forbidden, as in many containers, it runs as nobody and its folder is given to nobody.
 *
 * @param command the words to put before the program's
 * @param givesFilesAway whether files must be handed over to {@link #NOBODY}
 */
record Unprivileged(List<String> command, boolean givesFilesAway) {
    static final int NOBODY = 65534;

    static Unprivileged choose() throws IOException {
        if (!isRoot()) {
            return new Unprivileged(List.of(), false);
        }
        if (works(List.of("unshare", "-U", "true"))) {
            return new Unprivileged(List.of("unshare", "-U"), false);
        }
        List<String> asNobody =
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs");
        if (works(Stream.concat(asNobody.stream(), Stream.of("true")).toList())) {
            return new Unprivileged(asNobody, true);
        }
        throw new CannotStartException("PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
                + " start Postrider as another user.");
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static boolean works(List<String> words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Finished.waitFor(process) == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** The whole command line. */
    List<String> run(List<String> words) {
        return Stream.concat(command.stream(), words.stream()).toList();
    }

    /** Lets PostgreSQL own a file or folder. */
    void own(Path path) throws IOException {
        if (givesFilesAway) {
            Files.setAttribute(path, "unix:uid", NOBODY);
            Files.setAttribute(path, "unix:gid", NOBODY);
        }
    }
}
