package io.postrider.plugin;

import io.postrider.plugin.api.ImporterProvider;
import io.postrider.plugin.api.RowException;
import io.postrider.plugin.api.RowSource;
import io.postrider.plugin.api.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A plugin's importer; what it throws against the contract becomes a file that cannot be read. */
final class GuardedImporterProvider implements ImporterProvider {
    private final PluginScope scope;
    private final ImporterProvider provider;
    private final String name;
    private final List<Setting> settings;

    GuardedImporterProvider(PluginScope scope, ImporterProvider provider, String name, List<Setting> settings) {
        this.scope = scope;
        this.provider = provider;
        this.name = name;
        this.settings = settings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Setting> settings() {
        return settings;
    }

    @Override
    public boolean accepts(String fileName, byte[] head) {
        try {
            return scope.inPlugin(() -> provider.accepts(fileName, head));
        } catch (Throwable thrown) {
            scope.failure("looking at a file", thrown);
            return false;
        }
    }

    @Override
    public Map<String, String> detect(Path file, Map<String, String> given) throws IOException {
        return reading(scope, () -> Map.copyOf(provider.detect(file, given)));
    }

    @Override
    public RowSource open(Path file, Map<String, String> settings, long position) throws IOException {
        return reading(scope, () -> {
            RowSource rows = provider.open(file, settings, position);
            return new GuardedRowSource(scope, rows, List.copyOf(rows.columns()));
        });
    }

    static <T> T reading(PluginScope scope, PluginScope.Call<T, IOException> call) throws IOException {
        try {
            return scope.inPlugin(call);
        } catch (IOException known) {
            throw known;
        } catch (Throwable thrown) {
            scope.failure("reading a file", thrown);
            throw new RowException(
                    "importer-failed", 0, "The plugin " + scope.pluginId() + " failed while reading the file.");
        }
    }
}
