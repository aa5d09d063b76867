package io.postrider.stage.importing;

import static io.postrider.store.TestDatabase.await;

import io.postrider.job.Job;
import io.postrider.job.JobStore;
import io.postrider.job.Upload;
import io.postrider.job.UploadStore;
import io.postrider.plugin.Plugins;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.FieldType;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.queue.LocalQueue;
import io.postrider.queue.Topic;
import io.postrider.resource.MatchBy;
import io.postrider.resource.ProfileBatchStore;
import io.postrider.resource.Resource;
import io.postrider.resource.ResourceStore;
import io.postrider.resource.WriteMode;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Everything an import needs: stores on a real database, the packaged plugins, a folder of uploads. */
final class ImportBench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration ABANDONED = Duration.ofSeconds(30);
    private static final AtomicInteger NAMES = new AtomicInteger();
    final Database sql;
    final JobStore jobs;
    final DatabaseStore databases;
    final LocalQueue queue;
    final ProfileDatabase database;
    final Resource resource;
    private final Path folder;
    private final Plugins plugins;
    private final ProfileBatchStore batches;
    private final UploadStore uploads;
    private final WorkerExecutor workers;

    ImportBench(Database sql, Ids ids, Vertx vertx, Path folder) {
        this.sql = sql;
        this.folder = folder;
        plugins = Plugins.open(List.of(Path.of("target/plugins")), folder.resolve("plugins"));
        jobs = new JobStore(sql, ids);
        databases = new DatabaseStore(sql, ids);
        batches = new ProfileBatchStore(sql, ids, Clock.fixed(NOW, java.time.ZoneOffset.UTC));
        uploads = new UploadStore(sql, ids);
        queue = new LocalQueue(vertx);
        workers = vertx.createSharedWorkerExecutor("importing-" + NAMES.incrementAndGet(), 2);
        String name = "Import " + NAMES.incrementAndGet();
        List<ProfileField> fields = List.of(
                new ProfileField("permit", "Permit", FieldType.TEXT, false, true, List.of()),
                new ProfileField("risk", "Risk", FieldType.ENUM, false, false, List.of("RF 1", "RF 2", "RF 3")),
                new ProfileField("expires", "Expires", FieldType.DATETIME, false, false, List.of()));
        database = await(databases.create(new ProfileDatabase(1, 0, name, "US", fields, 1, NOW)));
        resource = await(new ResourceStore(sql, ids)
                .create(new Resource(1, 0, name, "", "", Map.of("sms", "Shop"), List.of(database.id()), 1, NOW)));
    }

    Importer importer(int rowsPerSlice, Clock clock) {
        ImportOpening opening = new ImportOpening(
                databases, uploads, folder, plugins::importer, new PhoneNumbers(), workers, rowsPerSlice);
        return new Importer(jobs, opening, batches, queue, clock, ABANDONED, 2);
    }

    Importer importer() {
        return importer(1000, Clock.fixed(NOW, java.time.ZoneOffset.UTC));
    }

    /** A waiting import of a file with these bytes. */
    Job waiting(byte[] bytes, ImportPlan plan) {
        try {
            String name = "upload-" + NAMES.incrementAndGet();
            Files.write(folder.resolve(name), bytes);
            Upload upload = await(uploads.create(new Upload(1, 0, "list.csv", bytes.length, name, 1, NOW)));
            ImportPlan whole = new ImportPlan(
                    plan.databaseId(),
                    upload.id(),
                    plan.importer(),
                    plan.settings(),
                    plan.columns(),
                    plan.mode(),
                    plan.match(),
                    plan.matchField(),
                    plan.clearEmpty(),
                    plan.country(),
                    plan.dateFormats(),
                    plan.subscribing());
            return await(jobs.create(1, ImportPlan.JOB, whole.json().getMap(), 1, NOW));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The plan of a list of phones with names, matched by the key field {@code permit}. */
    ImportPlan plan(Map<String, String> columns, MatchBy match, ImportPlan.@Nullable Subscribing subscribing) {
        return new ImportPlan(
                database.id(),
                0,
                "csv",
                Map.of(),
                columns,
                WriteMode.ADD_AND_UPDATE,
                match,
                match == MatchBy.FIELD ? "permit" : "",
                false,
                "",
                List.of(),
                subscribing);
    }

    ImportPlan.Subscribing subscribing(String column) {
        return new ImportPlan.Subscribing(resource.id(), "sms", column, false);
    }

    /** Runs a waiting import to its end. */
    Job run(Job waiting) {
        Importer importer = importer();
        Job claimed = await(jobs.claim(ImportPlan.JOB, NOW, NOW.minus(ABANDONED), java.util.Set.of()))
                .orElseThrow();
        if (claimed.id() != waiting.id()) {
            throw new AssertionError("another import waits: " + claimed.id());
        }
        await(importer.run(claimed));
        return job(waiting);
    }

    Job job(Job before) {
        return await(jobs.get(1, before.id()));
    }

    /** Completes when a hint says that the job changed and the test is satisfied by what it finds. */
    Future<Job> when(Vertx vertx, Job waited, java.util.function.Predicate<Job> test) {
        io.vertx.core.Promise<Job> promise = io.vertx.core.Promise.promise();
        vertx.runOnContext(ignored -> queue.subscribe(
                Topic.JOB_CHANGED,
                id -> jobs.get(1, waited.id()).onSuccess(job -> {
                    if (test.test(job)) {
                        promise.tryComplete(job);
                    }
                })));
        return promise.future();
    }

    long count(String query) {
        return await(sql.query(query, database.id())).iterator().next().getLong(0);
    }

    @Override
    public void close() {
        await(workers.close());
        plugins.close();
    }
}
