package io.postrider.plugin;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.plugin.api.ImporterProvider;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin and its guarded providers; one that does not run has none.
 *
 * @param folder where it is unpacked; null when it does not run
 */
record LoadedPlugin(
        PluginState state,
        @Nullable Path folder,
        List<GatewayProvider> gateways,
        List<ImporterProvider> importers,
        List<Channel> channels) {

    static LoadedPlugin broken(PluginState state) {
        return new LoadedPlugin(state, null, List.of(), List.of(), List.of());
    }
}
