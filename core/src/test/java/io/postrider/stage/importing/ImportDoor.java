package io.postrider.stage.importing;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.http.HttpFixture;
import io.postrider.job.JobApi;
import io.postrider.job.JobStore;
import io.postrider.job.UploadApi;
import io.postrider.job.UploadFolder;
import io.postrider.job.UploadStore;
import io.postrider.plugin.Plugins;
import io.postrider.profile.DatabaseApi;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.FieldExamplesApi;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileSearchStore;
import io.postrider.profile.ProfileStore;
import io.postrider.queue.LocalQueue;
import io.postrider.resource.ProfileApi;
import io.postrider.resource.ProfileBatchStore;
import io.postrider.resource.ProfileListing;
import io.postrider.resource.ResourceApi;
import io.postrider.resource.ResourceStore;
import io.postrider.resource.SubscribableResources;
import io.postrider.resource.SubscriptionApi;
import io.postrider.resource.SubscriptionStore;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The HTTP operations about people and imports, on a real database with the packaged plugins. */
final class ImportDoor implements AutoCloseable {
    static final long LIMIT = 1 << 20;
    final HttpClientOfTests api;
    private final Plugins plugins;
    private final WorkerExecutor workers;
    private final HttpFixture door;
    private final Importer importer;
    private final JobStore jobs;

    ImportDoor(Database sql, Ids ids, Vertx vertx, Path folder) {
        Clock clock = Clock.systemUTC();
        plugins = Plugins.open(List.of(Path.of("target/plugins")), folder.resolve("plugins"));
        workers = vertx.createSharedWorkerExecutor("api-test-" + folder.getFileName(), 2);
        PhoneNumbers phones = new PhoneNumbers();
        DatabaseStore databases = new DatabaseStore(sql, ids);
        ProfileStore profiles = new ProfileStore(sql);
        ProfileBatchStore batches = new ProfileBatchStore(sql, ids, clock);
        SubscribableResources subscribable = new SubscribableResources(new ResourceStore(sql, ids));
        jobs = new JobStore(sql, ids);
        UploadStore uploads = new UploadStore(sql, ids);
        UploadFolder files = new UploadFolder(vertx, folder.resolve("uploads"), LIMIT, new SecureRandom());
        LocalQueue queue = new LocalQueue(vertx);
        door = HttpFixture.open(
                vertx,
                sql,
                ids,
                clock,
                new DatabaseApi(databases, profiles, phones),
                new FieldExamplesApi(databases, new ProfileSearchStore(sql, phones)),
                new ProfileApi(
                        databases,
                        profiles,
                        new ProfileListing(new ProfileSearchStore(sql, phones), new SubscriptionStore(sql)),
                        batches,
                        subscribable,
                        phones),
                new ResourceApi(new ResourceStore(sql, ids)),
                new SubscriptionApi(new SubscriptionStore(sql), databases, profiles, batches, subscribable, phones),
                new JobApi(jobs, queue),
                new UploadApi(uploads, files),
                new ImportApi(
                        jobs, uploads, files, databases, subscribable, plugins::importers, phones, workers, queue));
        api = door.as("marketer");
        ImportOpening opening = new ImportOpening(
                databases, uploads, folder.resolve("uploads"), plugins::importer, phones, workers, 1000);
        importer = new Importer(jobs, opening, batches, queue, clock, Duration.ofMinutes(1), 1);
    }

    /** Carries the import that waits to its end. */
    void runWaitingImport() {
        Instant now = Instant.now();
        await(importer.run(await(jobs.claim("import", now, now, Set.of())).orElseThrow()));
    }

    static JsonObject field(String name, String type, boolean key) {
        return new JsonObject()
                .put("name", name)
                .put("label", name)
                .put("type", type)
                .put("key", key);
    }

    String resource(String name, String database) {
        return made(
                "resources",
                new JsonObject()
                        .put("name", name)
                        .put("databaseIds", new JsonArray().add(database))
                        .put(
                                "channels",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("channel", "sms")
                                                .put("callerId", "Shop"))));
    }

    String made(String nouns, JsonObject body) {
        Reply reply = api.post("/api/v1/" + nouns, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().getString("id");
    }

    HttpClientOfTests octets() {
        return api.with("Content-Type", "application/octet-stream");
    }

    String upload(String name, String text) {
        Reply reply = octets().send("POST", "/api/v1/uploads?fileName=" + name, text);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().getString("id");
    }

    @Override
    public void close() {
        door.close();
        await(workers.close());
        plugins.close();
    }
}
