package io.postrider.stage.importing;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.job.JobApi;
import io.postrider.job.JobStore;
import io.postrider.job.Upload;
import io.postrider.job.UploadFolder;
import io.postrider.job.UploadStore;
import io.postrider.plugin.api.ImporterProvider;
import io.postrider.plugin.api.RowException;
import io.postrider.plugin.api.RowSource;
import io.postrider.plugin.api.SettingException;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileReason;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.refusal.Refusal;
import io.postrider.resource.SubscribableResources;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Imports by HTTP: what an uploaded file looks like, and the start of its import. Everything is checked before it waits. */
public final class ImportApi implements Api {
    private static final int HEAD = 64 << 10;
    private final JobStore jobs;
    private final UploadStore uploads;
    private final UploadFolder folder;
    private final DatabaseStore databases;
    private final SubscribableResources resources;
    private final Supplier<List<ImporterProvider>> importers;
    private final PhoneNumbers phones;
    private final FileLook look;
    private final WorkerExecutor workers;
    private final HintQueue queue;

    /** @param workers threads on which plugins read files */
    public ImportApi(
            JobStore jobs,
            UploadStore uploads,
            UploadFolder folder,
            DatabaseStore databases,
            SubscribableResources resources,
            Supplier<List<ImporterProvider>> importers,
            PhoneNumbers phones,
            WorkerExecutor workers,
            HintQueue queue) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.folder = folder;
        this.databases = databases;
        this.resources = resources;
        this.importers = importers;
        this.phones = phones;
        this.look = new FileLook(phones);
        this.workers = workers;
        this.queue = queue;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("detectUpload", this::detect, "createImport", this::create);
    }

    private Future<Answer> detect(Call call) {
        JsonObject body = call.body();
        Map<String, String> given = new HashMap<>();
        body.getJsonObject("settings", new JsonObject())
                .forEach(entry -> given.put(entry.getKey(), String.valueOf(entry.getValue())));
        String name = body.getString("importer", "");
        return database(call, body).compose(database -> {
            String country = country(body.getString("country", database.defaultCountry()));
            FileLook.Wanted wanted = new FileLook.Wanted(given, database, country, body.getString("phoneColumn", ""));
            return uploads.get(call.account(), call.id("id"))
                    .compose(upload -> onWorker(() -> {
                        Path file = folder.file(upload);
                        return look.look(importer(upload, file, name), file, wanted);
                    }))
                    .map(Answer::of);
        });
    }

    /** The database that the file is for; one without fields of its own as long as nobody has chosen. */
    private Future<ProfileDatabase> database(Call call, JsonObject body) {
        String id = body.getString("databaseId");
        return id == null
                ? Future.succeededFuture(new ProfileDatabase(call.account(), 0, "", "", List.of(), 1, call.now()))
                : databases.get(call.account(), Long.parseLong(id));
    }

    private String country(String country) {
        if (!country.isEmpty() && !phones.knows(country)) {
            throw Refusal.ofField(ProfileReason.COUNTRY_UNKNOWN, "/country", Map.of("country", country));
        }
        return country;
    }

    private ImporterProvider importer(Upload upload, Path file, String name) throws IOException {
        byte[] head;
        try (InputStream bytes = Files.newInputStream(file)) {
            head = bytes.readNBytes(HEAD);
        } catch (NoSuchFileException gone) {
            throw Refusal.of(ImportReason.FILE_GONE);
        }
        return importers.get().stream()
                .filter(each -> name.isEmpty()
                        ? each.accepts(upload.fileName(), head)
                        : each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ImportReason.NO_IMPORTER));
    }

    private <T> Future<T> onWorker(java.util.concurrent.Callable<T> reading) {
        return workers.executeBlocking(reading, false).recover(problem -> Future.failedFuture(readable(problem)));
    }

    private static Throwable readable(Throwable problem) {
        String sentence = String.valueOf(problem.getMessage());
        if (problem instanceof RowException) {
            return Refusal.of(ImportReason.FILE_UNREADABLE, Map.of("sentence", sentence));
        }
        return problem instanceof SettingException
                ? Refusal.of(ImportReason.SETTING_WRONG, Map.of("sentence", sentence))
                : problem;
    }

    private Future<Answer> create(Call call) {
        ImportPlan plan = ImportPlan.of(call.body());
        return databases
                .get(call.account(), plan.databaseId())
                .compose(database -> subscribable(database, plan)
                        .compose(fine -> uploads.get(call.account(), plan.uploadId()))
                        .compose(upload ->
                                onWorker(() -> checked(upload, plan, database).orderFor(upload))))
                .compose(asked -> jobs.create(
                        call.account(),
                        ImportPlan.JOB,
                        asked.getMap(),
                        call.caller().userId(),
                        call.now()))
                .map(job -> {
                    queue.hint(Topic.JOB_WAITING, job.id());
                    return Answer.created("/api/v1/jobs/" + job.id(), JobApi.json(job), 1);
                });
    }

    private Future<Void> subscribable(ProfileDatabase database, ImportPlan plan) {
        ImportPlan.Subscribing subscribing = plan.subscribing();
        return subscribing == null
                ? Future.succeededFuture()
                : resources.check(database, subscribing.resourceId(), subscribing.channel());
    }

    /** The plan with its importer named; refused when the file does not have its columns or the database not its fields. */
    private ImportPlan checked(Upload upload, ImportPlan plan, ProfileDatabase database) throws IOException {
        Path file = folder.file(upload);
        ImporterProvider importer = importer(upload, file, plan.importer());
        PlanCheck.check(plan, database, phones);
        try (RowSource rows = importer.open(file, importer.detect(file, plan.settings()), 0)) {
            RowMapping mapping = new RowMapping(plan, database, rows.columns(), phones);
            rows.next(1).forEach(mapping::map);
        }
        return plan.readBy(importer.name());
    }
}
