package io.postrider.stage.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
final class ImportApiTest {
    private final ImportDoor door;
    private final HttpClientOfTests api;

    ImportApiTest(Database sql, Ids ids, Vertx vertx, @TempDir Path folder) {
        door = new ImportDoor(sql, ids, vertx, folder);
        api = door.api;
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aListIsUploadedLookedAtImportedAndItsRejectedRowsDownloaded() {
        String database = door.made(
                "databases",
                new JsonObject()
                        .put("name", "Customers")
                        .put("defaultCountry", "US")
                        .put("fields", new JsonArray().add(ImportDoor.field("card", "text", true))));
        String resource = door.resource("Shop", database);
        String upload = door.upload("list.csv", "Card;Name;Phone\n1;Ann;808-988-1858\n2;=1+1;808\n");

        JsonObject look = api.post("/api/v1/uploads/" + upload + "/detect", new JsonObject())
                .json();
        assertThat(look.getString("importer")).isEqualTo("csv");
        assertThat(look.getJsonArray("columns")).containsExactly("Card", "Name", "Phone");
        assertThat(look.getJsonArray("rows")).hasSize(2);

        Reply job = api.post("/api/v1/imports", byCard(look, database, resource, upload));
        assertThat(job.status()).as(job.text()).isEqualTo(201);
        assertThat(job.json().getString("state")).isEqualTo("waiting");
        assertThat(job.json().getJsonObject("parameters").getString("fileName")).isEqualTo("list.csv");
        door.runWaitingImport();

        String id = job.json().getString("id");
        JsonObject ended = api.get("/api/v1/jobs/" + id).json();
        assertThat(ended.getString("state")).isEqualTo("finished");
        assertThat(ended.getJsonObject("progress").getLong("withoutPhone")).isEqualTo(1);
        assertThat(ended.getInteger("percent")).isEqualTo(100);
        assertThat(ended.getInteger("secondsLeft")).isZero();
        assertTheRowWithoutPhoneCanBeDownloaded(id);
        assertThat(api.get("/api/v1/databases/" + database).json().getLong("profiles"))
                .isEqualTo(2);
        JsonArray subscribed = api.get("/api/v1/resources/" + resource + "/subscriptions?databaseId=" + database)
                .json()
                .getJsonArray("items");
        assertThat(subscribed).hasSize(1);
        assertThat(api.post("/api/v1/jobs/" + id + "/cancel", new JsonObject()).code())
                .isEqualTo("job-over");
    }

    private static JsonObject byCard(JsonObject look, String database, String resource, String upload) {
        return new JsonObject()
                .put("uploadId", upload)
                .put("databaseId", database)
                .put("importer", "csv")
                .put("settings", look.getJsonObject("settings"))
                .put("columns", new JsonObject().put("Card", "card").put("Name", "_fname"))
                .put("match", "field")
                .put("matchField", "card")
                .put("subscribe", new JsonObject().put("resourceId", resource).put("column", "Phone"));
    }

    private void assertTheRowWithoutPhoneCanBeDownloaded(String id) {
        Reply rejected = api.get("/api/v1/jobs/" + id + "/rejected-rows");
        assertThat(rejected.text())
                .isEqualTo(String.join(
                        "\r\n",
                        "\ufeffLine,Result,Code,Reason,Card,Name,Phone",
                        "3,without subscription,phone-too-short,808 is too short for a phone.,2,'=1+1,808",
                        ""));
    }

    @Test
    void whatCannotBeImportedIsRefusedBeforeItWaits() {
        String database =
                door.made("databases", new JsonObject().put("name", "Refusals").put("defaultCountry", "US"));
        String upload = door.upload("list.csv", "Name,Phone\nAnn,808-988-1858\n");
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
        assertThat(api.post("/api/v1/uploads/" + door.upload("x.csv", "\0\1\2\0\0") + "/detect", new JsonObject())
                        .code())
                .isIn("file-unreadable", "importer-missing");
        assertThat(door.octets()
                        .send("POST", "/api/v1/uploads?fileName=big.csv", "x".repeat((int) ImportDoor.LIMIT + 1))
                        .code())
                .isEqualTo("upload-too-large");
    }
}
