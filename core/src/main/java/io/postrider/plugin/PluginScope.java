package io.postrider.plugin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The border between the server and one plugin: on each side the thread's context class loader is that side's own. */
final class PluginScope {
    private static final Logger log = LoggerFactory.getLogger(PluginScope.class);
    private static final ClassLoader HOST = PluginScope.class.getClassLoader();
    private final String pluginId;
    private final ClassLoader loader;

    PluginScope(String pluginId, ClassLoader loader) {
        this.pluginId = pluginId;
        this.loader = loader;
    }

    /** What is run on one side of the border. */
    interface Call<T, E extends Exception> {
        T run() throws E;
    }

    String pluginId() {
        return pluginId;
    }

    <T, E extends Exception> T inPlugin(Call<T, E> call) throws E {
        return in(loader, call);
    }

    <T, E extends Exception> T inHost(Call<T, E> call) throws E {
        return in(HOST, call);
    }

    /** A bug of the plugin, told to the log and given back for whoever asked. */
    PluginFailure failure(String doing, Throwable thrown) {
        PluginFailure failure = new PluginFailure(pluginId, doing, thrown);
        log.error("{}", failure.getMessage(), thrown);
        return failure;
    }

    private static <T, E extends Exception> T in(ClassLoader side, Call<T, E> call) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(side);
        try {
            return call.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
