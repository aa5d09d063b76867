package io.postrider.plugin;

import io.postrider.plugin.api.Row;
import io.postrider.plugin.api.RowSource;
import java.io.IOException;
import java.util.List;

/** The rows of a plugin's importer. */
final class GuardedRowSource implements RowSource {
    private final PluginScope scope;
    private final RowSource rows;
    private final List<String> columns;

    GuardedRowSource(PluginScope scope, RowSource rows, List<String> columns) {
        this.scope = scope;
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<Row> next(int max) throws IOException {
        return GuardedImporterProvider.reading(scope, () -> List.copyOf(rows.next(max)));
    }

    @Override
    public long position() {
        return asked(rows::position);
    }

    @Override
    public long bytesRead() {
        return asked(rows::bytesRead);
    }

    @Override
    public void close() throws IOException {
        GuardedImporterProvider.reading(scope, () -> {
            rows.close();
            return true;
        });
    }

    private long asked(PluginScope.Call<Long, RuntimeException> call) {
        try {
            return scope.inPlugin(call);
        } catch (Throwable thrown) {
            throw scope.failure("reading a file", thrown);
        }
    }
}
