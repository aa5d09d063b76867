package io.postrider.plugin;

import io.postrider.plugin.PluginState.Offer;
import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.plugin.api.ImporterProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins of this server. A broken one never stops it: it is listed with its fault. Lists and look-ups may be called
 * from any thread and never block; opening, loading, unloading and closing read and write files.
 *
 * <p>The providers given out are guarded: the thread's context class loader is the plugin's in every call, and what a
 * plugin throws against its contract is logged here. A gateway's failed {@code submit} becomes uncertain outcomes, a
 * failed {@code compose} a refusal, a failed importer a {@link io.postrider.plugin.api.RowException}, and a gateway that
 * cannot open, start or stop a {@link PluginFailure}.
 */
public final class Plugins implements AutoCloseable {
    /** Version of the plugin API that this server offers. */
    public static final String API_VERSION = "0.1.0";

    private static final Logger log = LoggerFactory.getLogger(Plugins.class);
    private final PluginOpening opening;
    private volatile List<LoadedPlugin> plugins = List.of();

    private Plugins(PluginOpening opening) {
        this.opening = opening;
    }

    /**
     * Loads every ZIP of the folders, in the order of the folders and then of the names; where two share an id or a
     * provider's name, the first one runs.
     *
     * @param folders those that do not exist are passed over
     * @param work where plugins are unpacked; belongs to this server alone
     */
    public static Plugins open(List<Path> folders, Path work) {
        startTimerThreadOfTheJdk();
        WorkFolder unpacked = new WorkFolder(work);
        Plugins plugins = new Plugins(new PluginOpening(unpacked, new PluginLoading(unpacked.root(), API_VERSION)));
        folders.forEach(folder -> zips(folder).forEach(plugins::load));
        return plugins;
    }

    /** All plugins, broken ones included, in the order they were loaded. */
    public List<PluginState> list() {
        return plugins.stream().map(LoadedPlugin::state).toList();
    }

    /** All gateway providers. */
    public List<GatewayProvider> gateways() {
        return plugins.stream().flatMap(plugin -> plugin.gateways().stream()).toList();
    }

    /** The gateway provider of this name. */
    public Optional<GatewayProvider> gateway(String name) {
        return gateways().stream()
                .filter(gateway -> gateway.name().equals(name))
                .findFirst();
    }

    /** All importers. */
    public List<ImporterProvider> importers() {
        return plugins.stream().flatMap(plugin -> plugin.importers().stream()).toList();
    }

    /** The importer of this name. */
    public Optional<ImporterProvider> importer(String name) {
        return importers().stream()
                .filter(importer -> importer.name().equals(name))
                .findFirst();
    }

    /** All channels. */
    public List<Channel> channels() {
        return plugins.stream().flatMap(plugin -> plugin.channels().stream()).toList();
    }

    /** The channel of this name; keep it rather than look it up for each message. */
    public Optional<Channel> channel(String name) {
        return channels().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }

    /** Loads one more ZIP. */
    public synchronized PluginState load(Path zip) {
        LoadedPlugin plugin = opening.open(zip, offers());
        List<LoadedPlugin> all = new ArrayList<>(plugins);
        all.add(plugin);
        plugins = List.copyOf(all);
        return plugin.state();
    }

    /** Takes the plugin's providers away and unloads it; whoever uses what they opened must have closed that before. */
    public synchronized void unload(String id) {
        List<LoadedPlugin> leaving = plugins.stream()
                .filter(plugin -> plugin.state().id().equals(id))
                .toList();
        plugins = plugins.stream().filter(plugin -> !leaving.contains(plugin)).toList();
        leaving.forEach(opening::close);
    }

    /** Unloads all. */
    @Override
    public synchronized void close() {
        List<LoadedPlugin> leaving = plugins;
        plugins = List.of();
        leaving.forEach(opening::close);
    }

    private Set<Offer> offers() {
        return plugins.stream()
                .flatMap(plugin -> plugin.state().offers().stream())
                .collect(Collectors.toSet());
    }

    private static List<Path> zips(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            log.error("The plugins in {} cannot be listed", folder, unreadable);
            return List.of();
        }
    }

    /** The thread inherits a class loader from whoever first uses a time-out: let that not be a plugin. */
    private static void startTimerThreadOfTheJdk() {
        CompletableFuture.delayedExecutor(0, TimeUnit.MILLISECONDS).execute(() -> {});
    }
}
