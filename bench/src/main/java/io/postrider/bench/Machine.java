package io.postrider.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** On what and of what a figure was measured. */
final class Machine {
    private Machine() {}

    static JsonObject json() {
        return new JsonObject()
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("jdk", System.getProperty("java.version"));
    }

    /** The commit that is checked out; empty where there is none. */
    static String commit(Path home) {
        try {
            Process git = new ProcessBuilder("git", "-C", home.toString(), "rev-parse", "--short", "HEAD")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "";
        }
    }
}
