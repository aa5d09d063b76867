package io.postrider.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin as an admin sees it.
 *
 * @param id from its descriptor; the file's name without {@code .zip} where there is none
 * @param version from its descriptor; may be empty
 * @param provider who made it, from its descriptor; may be empty
 * @param file name of its ZIP
 * @param offers what it contributes; empty when it does not run
 * @param fault why it does not run; null when it does
 * @param error one sentence about the fault; empty when there is none
 */
public record PluginState(
        String id,
        String version,
        String provider,
        String file,
        List<Offer> offers,
        @Nullable PluginFault fault,
        String error) {

    /** Kinds of what a plugin can contribute. */
    public enum Kind {
        GATEWAY,
        IMPORTER,
        CHANNEL
    }

    /** One provider of a plugin; the name is unique within its kind. */
    public record Offer(Kind kind, String name) {}

    /** Whether its providers can be used. */
    public boolean running() {
        return fault == null;
    }
}
