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
final class PeopleApiTest {
    private final ImportDoor door;
    private final HttpClientOfTests api;

    PeopleApiTest(Database sql, Ids ids, Vertx vertx, @TempDir Path folder) {
        door = new ImportDoor(sql, ids, vertx, folder);
        api = door.api;
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aPersonIsMadeChangedByVersionAndDeleted() {
        String database = door.made(
                "databases",
                new JsonObject()
                        .put("name", "People")
                        .put("defaultCountry", "US")
                        .put("fields", new JsonArray().add(ImportDoor.field("points", "integer", false))));
        String profiles = "/api/v1/databases/" + database + "/profiles";
        Reply made = api.post(profiles, new JsonObject().put("values", annsValues()));
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

        assertThat(api.at(api.get(ann).json().getInteger("version")).delete(ann).status())
                .isEqualTo(204);
        assertThat(api.get(ann).status()).isEqualTo(404);
    }

    @Test
    void peopleAreWrittenInBatches() {
        String database = door.made(
                "databases",
                new JsonObject()
                        .put("name", "Many people")
                        .put("defaultCountry", "US")
                        .put("fields", new JsonArray().add(ImportDoor.field("points", "integer", false))));
        String resource = door.resource("Many people's shop", database);
        String profiles = "/api/v1/databases/" + database + "/profiles";
        ann(profiles, resource);

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

        JsonObject listed =
                api.get(profiles + "?sort=-name").json().getJsonArray("items").getJsonObject(1);
        assertThat(listed.getJsonObject("subscriptions")).isEqualTo(new JsonObject().put("subscribed", 1));
        assertThat(api.get(profiles + "?sort=age").status()).isEqualTo(400);
        assertThat(api.get(profiles + "?after=x.y").code()).isEqualTo("cursor-invalid");
    }

    @Test
    void aSubscriptionEndsAndBeginsAgain() {
        String database = door.made(
                "databases",
                new JsonObject()
                        .put("name", "Subscribers")
                        .put("defaultCountry", "US")
                        .put("fields", new JsonArray().add(ImportDoor.field("points", "integer", false))));
        String resource = door.resource("Subscribers' shop", database);
        String profiles = "/api/v1/databases/" + database + "/profiles";
        String ann = ann(profiles, resource);

        JsonObject found =
                api.get(ann + "/subscriptions").json().getJsonArray("items").getJsonObject(0);
        Reply out = api.at(1)
                .patch(
                        "/api/v1/subscriptions/" + found.getString("id"),
                        new JsonObject().put("status", "unsubscribed"));
        assertThat(out.json().getString("status")).isEqualTo("unsubscribed");
        JsonObject again = subscription(resource)
                .put("profileId", ann.substring(ann.lastIndexOf('/') + 1))
                .put("status", "subscribed");
        Reply written = api.post(
                "/api/v1/subscriptions",
                new JsonObject().put("databaseId", database).put("items", new JsonArray().add(again)));
        assertThat(written.json().getInteger("written")).as(written.text()).isEqualTo(1);
        assertThat(api.get("/api/v1/subscriptions/" + found.getString("id"))
                        .json()
                        .getString("status"))
                .isEqualTo("subscribed");
        assertThat(written.json().getJsonArray("rejected")).isEmpty();
    }

    @Test
    void subscriptionsAndProfilesAreCounted() {
        String database = door.made(
                "databases",
                new JsonObject()
                        .put("name", "Counted")
                        .put("fields", new JsonArray().add(ImportDoor.field("points", "integer", false)))
                        .put("defaultCountry", "US"));
        String resource = door.resource("Counted shop", database);
        String ann = ann("/api/v1/databases/" + database + "/profiles", resource);

        JsonObject shop = api.get("/api/v1/resources/" + resource).json();
        assertThat(shop.getJsonObject("subscriptions")).isEqualTo(new JsonObject().put("subscribed", 1));
        assertThat(shop.getJsonArray("databases").getJsonObject(0).getString("name"))
                .isEqualTo("Counted");
        int version = api.get(ann).json().getInteger("version");
        assertThat(api.at(version).delete(ann).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/resources/" + resource).json().getJsonObject("subscriptions"))
                .isEqualTo(new JsonObject());
        JsonObject counted = api.get("/api/v1/databases?q=Counted")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(counted.getLong("profiles")).isZero();
    }

    @Test
    void everyFieldHasAnExampleAndTellsHowOftenItIsFilled() {
        String database = door.made(
                "databases",
                new JsonObject()
                        .put("name", "Examples")
                        .put("fields", new JsonArray().add(ImportDoor.field("points", "integer", false))));
        String profiles = "/api/v1/databases/" + database + "/profiles";
        api.post(profiles, new JsonObject().put("values", annsValues()));
        api.post(profiles, new JsonObject().put("values", new JsonObject().put("_fname", "Bob")));

        JsonObject examples =
                api.get("/api/v1/databases/" + database + "/field-examples").json();
        assertThat(examples.getInteger("sampled")).isEqualTo(2);
        JsonArray items = examples.getJsonArray("items");
        assertThat(items.getJsonObject(items.size() - 1))
                .isEqualTo(new JsonObject()
                        .put("name", "points")
                        .put("label", "points")
                        .put("type", "integer")
                        .put("standard", false)
                        .put("options", new JsonArray())
                        .put("filled", 1)
                        .put("example", "7"));
        assertThat(items.getJsonObject(2).getString("example")).isEqualTo("Bob");
        assertThat(items.getJsonObject(3).getValue("example")).isNull();
    }

    private static JsonObject annsValues() {
        return new JsonObject().put("email", "ann@example.com").put("points", 7);
    }

    private static JsonObject subscription(String resource) {
        return new JsonObject().put("resourceId", resource).put("contact", "808-988-1858");
    }

    private String ann(String profiles, String resource) {
        JsonObject ann = new JsonObject()
                .put("values", annsValues())
                .put("subscriptions", new JsonArray().add(subscription(resource)));
        Reply made = api.post(profiles, ann);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return profiles + "/" + made.json().getString("id");
    }
}
