package io.postrider.stage.importing;

import io.postrider.job.Job;
import io.postrider.job.Upload;
import io.postrider.job.UploadStore;
import io.postrider.plugin.api.ImporterProvider;
import io.postrider.plugin.api.RowSource;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileDatabase;
import io.postrider.refusal.Refusal;
import io.postrider.resource.WriteMode;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds what an import needs, and opens its file at the place where it goes on. */
public final class ImportOpening {
    private final DatabaseStore databases;
    private final UploadStore uploads;
    private final Path folder;
    private final Function<String, Optional<ImporterProvider>> importers;
    private final PhoneNumbers phones;
    private final WorkerExecutor workers;
    private final int rowsPerSlice;

    /** A file that is ready to be read. */
    record Opened(RowReader reader, ProfileDatabase database, WriteMode mode, List<String> columns, long bytes) {}

    /**
     * @param folder where uploads lie
     * @param importers the plugin of a name
     * @param workers threads on which plugins read files
     * @param rowsPerSlice rows that are written together
     */
    public ImportOpening(
            DatabaseStore databases,
            UploadStore uploads,
            Path folder,
            Function<String, Optional<ImporterProvider>> importers,
            PhoneNumbers phones,
            WorkerExecutor workers,
            int rowsPerSlice) {
        this.databases = databases;
        this.uploads = uploads;
        this.folder = folder;
        this.importers = importers;
        this.phones = phones;
        this.workers = workers;
        this.rowsPerSlice = rowsPerSlice;
    }

    /** Fails with a refusal, a {@link io.postrider.plugin.api.RowException} or a setting's exception when it cannot work. */
    Future<Opened> open(Job job, ImportPlan plan) {
        return databases
                .get(job.accountId(), plan.databaseId())
                .compose(database -> uploads.get(job.accountId(), plan.uploadId())
                        .compose(upload -> workers.executeBlocking(() -> open(job, plan, database, upload), false)));
    }

    private Opened open(Job job, ImportPlan plan, ProfileDatabase database, Upload upload) throws IOException {
        Path file = folder.resolve(upload.path());
        if (!Files.isRegularFile(file)) {
            throw Refusal.of(ImportReason.FILE_GONE);
        }
        ImporterProvider importer =
                importers.apply(plan.importer()).orElseThrow(() -> Refusal.of(ImportReason.NO_IMPORTER));
        Map<String, String> settings = importer.detect(file, plan.settings());
        RowSource rows = importer.open(file, settings, job.position());
        try {
            RowMapping mapping = new RowMapping(plan, database, rows.columns(), phones);
            return new Opened(
                    new RowReader(workers, rows, mapping, rowsPerSlice),
                    database,
                    plan.mode(),
                    rows.columns(),
                    upload.bytes());
        } catch (RuntimeException refused) {
            rows.close();
            throw refused;
        }
    }
}
