package io.postrider.plugin;

import io.postrider.plugin.PluginState.Offer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a ZIP into running providers, or into the sentence that says why not. Used by one thread at a time. */
final class PluginOpening {
    private static final Logger log = LoggerFactory.getLogger(PluginOpening.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");
    private final PluginArchive archive = new PluginArchive(10_000, 300_000_000);
    private final WorkFolder work;
    private final PluginLoading loading;

    PluginOpening(WorkFolder work, PluginLoading loading) {
        this.work = work;
        this.loading = loading;
    }

    /** @param taken what other plugins offer */
    LoadedPlugin open(Path zip, Set<Offer> taken) {
        String file = String.valueOf(zip.getFileName());
        PluginState unknown = new PluginState(file.replaceFirst("(?i)\\.zip$", ""), "", "", file, List.of(), null, "");
        Path folder = null;
        PluginState known = unknown;
        try {
            folder = work.newFolder();
            archive.unpack(zip, folder);
            PluginDescriptor descriptor = descriptor(folder);
            known = described(descriptor, unknown);
            check(descriptor);
            return start(folder, known, taken);
        } catch (PluginRefused refused) {
            log.warn("The plugin {} does not run: {}", file, refused.getMessage(), refused.getCause());
            if (folder != null) {
                work.delete(folder);
            }
            return LoadedPlugin.broken(new PluginState(
                    known.id(),
                    known.version(),
                    known.provider(),
                    file,
                    List.of(),
                    refused.fault(),
                    String.valueOf(refused.getMessage())));
        }
    }

    /** The caller has closed what the plugin's providers opened. */
    void close(LoadedPlugin plugin) {
        if (plugin.folder() != null) {
            unload(plugin.state().id());
            work.delete(plugin.folder());
        }
    }

    private PluginDescriptor descriptor(Path folder) throws PluginRefused {
        if (!Files.isRegularFile(folder.resolve("plugin.properties"))) {
            throw new PluginRefused(
                    PluginFault.NO_DESCRIPTOR, "The ZIP has no plugin.properties, so it is not a plugin.");
        }
        try {
            return loading.describe(folder);
        } catch (RuntimeException unreadable) {
            throw new PluginRefused(
                    PluginFault.BAD_DESCRIPTOR, "The plugin's plugin.properties cannot be read.", unreadable);
        }
    }

    private static PluginState described(PluginDescriptor descriptor, PluginState unknown) throws PluginRefused {
        String id = descriptor.getPluginId();
        if (id == null || !ID.matcher(id).matches()) {
            throw new PluginRefused(
                    PluginFault.BAD_DESCRIPTOR,
                    "The plugin.id in plugin.properties must be lower-case letters, digits, dots and dashes.");
        }
        return new PluginState(
                id, text(descriptor.getVersion()), text(descriptor.getProvider()), unknown.file(), List.of(), null, "");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replaceAll("\\p{Cntrl}+", " ");
    }

    private void check(PluginDescriptor descriptor) throws PluginRefused {
        if (text(descriptor.getVersion()).isEmpty()) {
            throw new PluginRefused(PluginFault.BAD_DESCRIPTOR, "The plugin.properties names no plugin.version.");
        }
        if (!loading.suits(descriptor)) {
            throw new PluginRefused(
                    PluginFault.WRONG_API_VERSION,
                    "The plugin was made for version " + text(descriptor.getRequires())
                            + " of the plugin API, and this server has " + loading.getSystemVersion() + ".");
        }
        if (!descriptor.getDependencies().isEmpty()) {
            throw new PluginRefused(
                    PluginFault.NEEDS_OTHER_PLUGINS,
                    "The plugin needs other plugins, but each plugin must bring all that it needs.");
        }
        if (loading.getPlugin(descriptor.getPluginId()) != null) {
            throw new PluginRefused(
                    PluginFault.DUPLICATE_ID,
                    "Another file is already loaded as the plugin " + descriptor.getPluginId() + "; remove one.");
        }
    }

    private LoadedPlugin start(Path folder, PluginState known, Set<Offer> taken) throws PluginRefused {
        String id = known.id();
        try {
            ClassLoader loader = loading.load(folder, id);
            PluginScope scope = new PluginScope(id, loader);
            scope.inPlugin(() -> loading.start(id));
            ProviderGathering providers = new ProviderGathering(scope, loader, taken);
            providers.gather(loading.getExtensionClassNames(id));
            log.info("The plugin {} {} runs and offers {}", id, known.version(), providers.offers());
            PluginState running =
                    new PluginState(id, known.version(), known.provider(), known.file(), providers.offers(), null, "");
            return new LoadedPlugin(running, folder, providers.gateways(), providers.importers(), providers.channels());
        } catch (PluginRefused refused) {
            unload(id);
            throw refused;
        } catch (Throwable thrown) {
            unload(id);
            throw new PluginRefused(
                    PluginFault.START_FAILED, "The plugin cannot start: " + PluginRefused.words(thrown), thrown);
        }
    }

    private void unload(String id) {
        try {
            loading.remove(id);
        } catch (Throwable thrown) {
            log.warn("The plugin {} failed while it was stopped", id, thrown);
        }
    }
}
