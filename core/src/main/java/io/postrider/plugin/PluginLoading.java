package io.postrider.plugin;

import java.nio.file.Path;
import java.util.List;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultPluginLoader;
import org.pf4j.DefaultPluginManager;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.pf4j.PropertiesPluginDescriptorFinder;

/** PF4J with closed walls: a plugin sees the host's window and itself, and no other plugin. */
final class PluginLoading extends DefaultPluginManager {
    /** The window comes first, so that a plugin that brings a copy of the API still shares the host's. */
    private static final ClassLoadingStrategy WINDOW_THEN_PLUGIN = new ClassLoadingStrategy(
            List.of(ClassLoadingStrategy.Source.APPLICATION, ClassLoadingStrategy.Source.PLUGIN));

    /** @param work folder that holds the unpacked plugins */
    PluginLoading(Path work, String apiVersion) {
        super(work);
        setSystemVersion(apiVersion);
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new PropertiesPluginDescriptorFinder();
    }

    @Override
    protected PluginLoader createPluginLoader() {
        HostWindow window = new HostWindow(PluginLoading.class.getClassLoader());
        return new DefaultPluginLoader(this) {
            @Override
            protected PluginClassLoader createPluginClassLoader(Path folder, PluginDescriptor descriptor) {
                return new PluginClassLoader(pluginManager, descriptor, window, WINDOW_THEN_PLUGIN);
            }
        };
    }

    PluginDescriptor describe(Path folder) {
        return getPluginDescriptorFinder().find(folder);
    }

    /** Whether the plugin was made for this version of the API. */
    boolean suits(PluginDescriptor descriptor) {
        try {
            return versionManager.checkVersionConstraint(getSystemVersion(), descriptor.getRequires());
        } catch (RuntimeException notAConstraint) {
            return false;
        }
    }

    ClassLoader load(Path folder, String id) {
        loadPlugin(folder);
        return getPluginClassLoader(id);
    }

    /** Throws what the plugin threw, while PF4J would only note it. */
    PluginWrapper start(String id) {
        PluginState state = startPlugin(id);
        PluginWrapper plugin = getPlugin(id);
        if (state == PluginState.STARTED) {
            return plugin;
        }
        Throwable thrown = plugin.getFailedException();
        throw new IllegalStateException(thrown == null ? "its state is " + state : thrown.toString(), thrown);
    }

    /** Stops and unloads this one plugin: PF4J's way of stopping all at once trips over its own list. */
    void remove(String id) {
        if (getPlugin(id) != null) {
            stopPlugin(id);
            unloadPlugin(id);
        }
    }
}
