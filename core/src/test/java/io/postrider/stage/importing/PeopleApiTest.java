package io.postrider.stage.importing;

import static io.postrider.stage.importing.PeopleDoor.field;
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
    private final PeopleDoor door;
    private final HttpClientOfTests api;

    PeopleApiTest(Database sql, Ids ids, Vertx vertx, @TempDir Path folder) {
        door = new PeopleDoor(sql, ids, vertx, folder);
        api = door.api;
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aPersonIsWrittenChangedByVersionAndDeleted() {
        String profiles = profiles(database("One by one"));
        JsonObject values = new JsonObject().put("email", "ann@example.com").put("points", 7);
        Reply made = api.post(profiles, new JsonObject().put("values", values));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String ann = profiles + "/" + made.json().getString("id");

        JsonObject change = change(new JsonObject().put("points", 8).putNull("email"));
        assertThat(api.patch(ann, change).status()).isEqualTo(428);
        assertThat(api.at(1).patch(ann, change).json().getJsonObject("values"))
                .isEqualTo(new JsonObject().put("points", 8).put("_status", 0));
        assertThat(api.at(1).patch(ann, change(new JsonObject())).code()).isEqualTo("profile-stale");
        assertThat(api.post(profiles, change(new JsonObject().put("points", "many")))
                        .code())
                .isEqualTo("not-an-integer");

        assertThat(api.at(2).delete(ann).status()).isEqualTo(204);
        assertThat(api.get(ann).status()).isEqualTo(404);
    }

    @Test
    void aBatchAddsUpdatesAndRejectsRowByRow() {
        String profiles = profiles(database("In batches"));
        api.post(profiles, change(new JsonObject().put("phones", "808-988-1858")));
        JsonArray items = new JsonArray()
                .add(change(new JsonObject().put("phones", "808-988-1858").put("_fname", "Ann")))
                .add(change(new JsonObject().put("phones", "+79161234567")))
                .add(change(new JsonObject().put("phones", "12")));

        JsonObject batch = api.post(
                        profiles + "/batch",
                        new JsonObject().put("match", "phone").put("items", items))
                .json();

        assertThat(batch.getInteger("added")).as(batch.encode()).isEqualTo(1);
        assertThat(batch.getInteger("updated")).isEqualTo(1);
        assertThat(batch.getInteger("rejected")).isEqualTo(1);
        assertThat(api.get(profiles + "?q=Ann").json().getJsonArray("items")).hasSize(1);
    }

    @Test
    void aSubscriptionComesWithThePersonIsEndedAndBeginsAgain() {
        String database = database("Subscribed");
        String profiles = profiles(database);
        JsonObject subscription = new JsonObject()
                .put("resourceId", door.resource("People's shop", database))
                .put("contact", "808-988-1858");
        String ann = api.post(
                        profiles, change(new JsonObject()).put("subscriptions", new JsonArray().add(subscription)))
                .json()
                .getString("id");
        String found = "/api/v1/subscriptions/"
                + api.get(profiles + "/" + ann + "/subscriptions")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("id");

        Reply out = api.at(1).patch(found, new JsonObject().put("status", "unsubscribed"));
        assertThat(out.json().getString("status")).isEqualTo("unsubscribed");
        JsonObject again = subscription.copy().put("profileId", ann).put("status", "subscribed");
        Reply written = api.post(
                "/api/v1/subscriptions",
                new JsonObject().put("databaseId", database).put("items", new JsonArray().add(again)));
        assertThat(written.json().getInteger("written")).as(written.text()).isEqualTo(1);
        assertThat(api.get(found).json().getString("status")).isEqualTo("subscribed");
    }

    private String database(String name) {
        JsonArray fields = new JsonArray().add(field("points", "integer", false));
        return door.made(
                "databases",
                new JsonObject().put("name", name).put("defaultCountry", "US").put("fields", fields));
    }

    private static String profiles(String database) {
        return "/api/v1/databases/" + database + "/profiles";
    }

    private static JsonObject change(JsonObject values) {
        return new JsonObject().put("values", values);
    }
}
