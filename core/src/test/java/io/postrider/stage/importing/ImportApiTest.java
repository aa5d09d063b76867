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
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
final class ImportApiTest {
    private static final long LIMIT = 1 << 20;
    private final Plugins plugins;
    private final WorkerExecutor workers;
    private final HttpFixture door;
    private final HttpClientOfTests api;
    private final Importer importer;
    private final JobStore jobs;

    ImportApiTest(Database sql, Ids ids, Vertx vertx, @TempDir Path folder) {
        Clock clock = Clock.systemUTC();
        plugins = Plugins.open(List.of(Path.of("target/plugins")), folder.resolve("plugins"));
        workers = vertx.createSharedWorkerExecutor("api-test", 2);
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

    @AfterEach
    void close() {
        door.close();
        await(workers.close());
        plugins.close();
    }

    @Test
    void aListIsUploadedLookedAtImportedAndItsRejectedRowsDownloaded() {
        String database = made(
                "databases",
                new JsonObject()
                        .put("name", "Customers")
                        .put("defaultCountry", "US")
                        .put("fields", new JsonArray().add(field("card", "text", true))));
        String resource = resource("Shop", database);
        String upload = upload("list.csv", "Card;Name;Phone\n1;Ann;808-988-1858\n2;=1+1;808\n");

        JsonObject look = api.post("/api/v1/uploads/" + upload + "/detect", new JsonObject())
                .json();
        assertThat(look.getString("importer")).isEqualTo("csv");
        assertThat(look.getJsonArray("columns")).containsExactly("Card", "Name", "Phone");
        assertThat(look.getJsonArray("rows")).hasSize(2);

        JsonObject order = new JsonObject()
                .put("uploadId", upload)
                .put("databaseId", database)
                .put("importer", "csv")
                .put("settings", look.getJsonObject("settings"))
                .put("columns", new JsonObject().put("Card", "card").put("Name", "_fname"))
                .put("match", "field")
                .put("matchField", "card")
                .put("subscribe", new JsonObject().put("resourceId", resource).put("column", "Phone"));
        Reply job = api.post("/api/v1/imports", order);
        assertThat(job.status()).as(job.text()).isEqualTo(201);
        assertThat(job.json().getString("state")).isEqualTo("waiting");
        await(importer.run(await(jobs.claim("import", java.time.Instant.now(), java.time.Instant.now(), Set.of()))
                .orElseThrow()));

        String id = job.json().getString("id");
        JsonObject ended = api.get("/api/v1/jobs/" + id).json();
        assertThat(ended.getString("state")).isEqualTo("finished");
        assertThat(ended.getJsonObject("progress").getLong("withoutPhone")).isEqualTo(1);
        Reply rejected = api.get("/api/v1/jobs/" + id + "/rejected-rows");
        assertThat(rejected.text())
                .isEqualTo(String.join(
                        "\r\n",
                        "\ufeffLine,Result,Code,Reason,Card,Name,Phone",
                        "3,without subscription,phone-too-short,808 is too short for a phone.,2,'=1+1,808",
                        ""));
        assertThat(api.get("/api/v1/databases/" + database).json().getLong("profiles"))
                .isEqualTo(2);
        JsonArray subscribed = api.get("/api/v1/resources/" + resource + "/subscriptions?databaseId=" + database)
                .json()
                .getJsonArray("items");
        assertThat(subscribed).hasSize(1);
        assertThat(api.post("/api/v1/jobs/" + id + "/cancel", new JsonObject()).code())
                .isEqualTo("job-over");
    }

    @Test
    void whatCannotBeImportedIsRefusedBeforeItWaits() {
        String database =
                made("databases", new JsonObject().put("name", "Refusals").put("defaultCountry", "US"));
        String upload = upload("list.csv", "Name,Phone\nAnn,808-988-1858\n");
        JsonObject order = new JsonObject().put("uploadId", upload).put("databaseId", database);

        assertThat(api.post(
                                "/api/v1/imports",
                                order.copy()
                                        .put("columns", new JsonObject().put("Nom", "_fname"))
                                        .put("match", "nothing"))
                        .code())
                .isEqualTo("column-missing");
        assertThat(api.post(
                                "/api/v1/imports",
                                order.copy()
                                        .put("columns", new JsonObject().put("Name", "nick"))
                                        .put("match", "nothing"))
                        .code())
                .isEqualTo("import-field-unknown");
        assertThat(api.post(
                                "/api/v1/imports",
                                order.copy()
                                        .put("columns", new JsonObject().put("Name", "_fname"))
                                        .put("match", "email"))
                        .code())
                .isEqualTo("import-match-column-missing");
        assertThat(api.post("/api/v1/uploads/" + upload("x.csv", "\0\1\2\0\0") + "/detect", new JsonObject())
                        .code())
                .isIn("file-unreadable", "importer-missing");
        assertThat(octets().send("POST", "/api/v1/uploads?fileName=big.csv", "x".repeat((int) LIMIT + 1))
                        .code())
                .isEqualTo("upload-too-large");
    }

    @Test
    void peopleAreWrittenOneByOneAndInBatches() {
        String database = made(
                "databases",
                new JsonObject()
                        .put("name", "People")
                        .put("defaultCountry", "US")
                        .put("fields", new JsonArray().add(field("points", "integer", false))));
        String resource = resource("People's shop", database);
        String profiles = "/api/v1/databases/" + database + "/profiles";
        JsonObject subscription = new JsonObject().put("resourceId", resource).put("contact", "808-988-1858");
        Reply made = api.post(
                profiles,
                new JsonObject()
                        .put(
                                "values",
                                new JsonObject().put("email", "ann@example.com").put("points", 7))
                        .put("subscriptions", new JsonArray().add(subscription)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String ann = profiles + "/" + made.json().getString("id");

        assertThat(api.patch(ann, new JsonObject().put("values", new JsonObject().put("points", 8)))
                        .status())
                .isEqualTo(428);
        Reply changed = api.at(1)
                .patch(
                        ann,
                        new JsonObject()
                                .put("values", new JsonObject().put("points", 8).putNull("email")));
        assertThat(changed.json().getJsonObject("values"))
                .isEqualTo(new JsonObject().put("points", 8).put("_status", 0));
        assertThat(api.at(1)
                        .patch(ann, new JsonObject().put("values", new JsonObject()))
                        .code())
                .isEqualTo("profile-stale");
        assertThat(api.post(profiles, new JsonObject().put("values", new JsonObject().put("points", "many")))
                        .code())
                .isEqualTo("not-an-integer");

        JsonObject batch = api.post(
                        profiles + "/batch",
                        new JsonObject()
                                .put("match", "phone")
                                .put(
                                        "items",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put(
                                                                "values",
                                                                new JsonObject()
                                                                        .put("phones", "808-988-1858")
                                                                        .put("_fname", "Ann")))
                                                .add(new JsonObject()
                                                        .put("values", new JsonObject().put("phones", "+79161234567")))
                                                .add(new JsonObject()
                                                        .put("values", new JsonObject().put("phones", "12")))))
                .json();
        assertThat(batch.getInteger("added")).as(batch.encode()).isEqualTo(1);
        assertThat(batch.getInteger("updated")).isEqualTo(1);
        assertThat(batch.getInteger("rejected")).isEqualTo(1);
        assertThat(api.get(profiles + "?q=Ann").json().getJsonArray("items")).hasSize(1);

        JsonObject found =
                api.get(ann + "/subscriptions").json().getJsonArray("items").getJsonObject(0);
        Reply out = api.at(1)
                .patch(
                        "/api/v1/subscriptions/" + found.getString("id"),
                        new JsonObject().put("status", "unsubscribed"));
        assertThat(out.json().getString("status")).isEqualTo("unsubscribed");
        JsonObject again = subscription
                .copy()
                .put("profileId", made.json().getString("id"))
                .put("status", "subscribed");
        Reply written = api.post(
                "/api/v1/subscriptions",
                new JsonObject().put("databaseId", database).put("items", new JsonArray().add(again)));
        assertThat(written.json().getInteger("written")).as(written.text()).isEqualTo(1);
        assertThat(api.get("/api/v1/subscriptions/" + found.getString("id"))
                        .json()
                        .getString("status"))
                .isEqualTo("subscribed");
        assertThat(api.at(api.get(ann).json().getInteger("version")).delete(ann).status())
                .isEqualTo(204);
        assertThat(api.get(ann).status()).isEqualTo(404);
    }

    private static JsonObject field(String name, String type, boolean key) {
        return new JsonObject()
                .put("name", name)
                .put("label", name)
                .put("type", type)
                .put("key", key);
    }

    private String resource(String name, String database) {
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

    private String made(String nouns, JsonObject body) {
        Reply reply = api.post("/api/v1/" + nouns, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().getString("id");
    }

    private HttpClientOfTests octets() {
        return api.with("Content-Type", "application/octet-stream");
    }

    private String upload(String name, String text) {
        Reply reply = octets().send("POST", "/api/v1/uploads?fileName=" + name, text);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().getString("id");
    }
}
