package io.postrider.plugin;

/** A plugin threw what it should not have thrown, which is a bug of the plugin. */
public final class PluginFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    PluginFailure(String pluginId, String doing, Throwable thrown) {
        super("The plugin " + pluginId + " failed while " + doing + ": " + PluginRefused.words(thrown), thrown);
    }
}
