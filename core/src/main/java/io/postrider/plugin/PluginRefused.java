package io.postrider.plugin;

import org.jspecify.annotations.Nullable;

/** A plugin cannot run; the message is the sentence an admin reads. */
final class PluginRefused extends Exception {
    private static final long serialVersionUID = 1;
    private final PluginFault fault;

    PluginRefused(PluginFault fault, String sentence) {
        this(fault, sentence, null);
    }

    PluginRefused(PluginFault fault, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.fault = fault;
    }

    PluginFault fault() {
        return fault;
    }

    /** What a plugin's exception says, on one line and short enough for a sentence. */
    static String words(Throwable thrown) {
        String words = thrown.toString().replaceAll("\\p{Cntrl}+", " ");
        return words.length() <= 200 ? words : words.substring(0, 200) + "…";
    }
}
