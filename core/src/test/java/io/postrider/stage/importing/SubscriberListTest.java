package io.postrider.stage.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
final class SubscriberListTest {
    private final ImportDoor door;
    private final HttpClientOfTests api;
    private String database = "";
    private String resource = "";

    SubscriberListTest(Database sql, Ids ids, Vertx vertx, @TempDir Path folder) {
        door = new ImportDoor(sql, ids, vertx, folder);
        api = door.api;
    }

    @BeforeEach
    void fill() {
        int number = door.hashCode();
        database = door.made(
                "databases",
                new JsonObject()
                        .put("name", "Subscribers " + number)
                        .put("defaultCountry", "US")
                        .put("fields", new JsonArray()));
        resource = door.resource("Shop " + number, database);
        subscribe("+7 916 123-45-67", new JsonObject().put("_fname", "Ada").put("_lname", "Lovelace"));
        subscribe("808-988-1858", new JsonObject().put("_fname", "Grace"));
        subscribe("808-988-1859", new JsonObject());
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void whoIsSubscribedHasAName() {
        assertThat(list("")).containsExactly("18089881858 Grace", "18089881859 ", "79161234567 Ada Lovelace");
    }

    @Test
    void subscribersAreFoundByTheFirstDigitsOfTheirPhone() {
        assertThat(list("+1 (808) 988-185")).containsExactly("18089881858 Grace", "18089881859 ");
        assertThat(list("18089881859")).containsExactly("18089881859 ");
        assertThat(list("7")).containsExactly("79161234567 Ada Lovelace");
        assertThat(list("9161")).isEmpty();
        assertThat(list("180898818591234567")).isEmpty();
        assertThat(list("0")).isEmpty();
        assertThat(list("Ada")).isEmpty();
    }

    @Test
    void pagesOfAFoundListFollowEachOther() {
        JsonObject first = page("1808", "&limit=1");
        assertThat(texts(first)).containsExactly("18089881858 Grace");
        JsonObject second = page("1808", "&limit=1&after=" + first.getString("next"));
        assertThat(texts(second)).containsExactly("18089881859 ");
        assertThat(second.getString("next")).isNull();
    }

    private void subscribe(String phone, JsonObject values) {
        JsonObject subscription = new JsonObject().put("resourceId", resource).put("contact", phone);
        JsonObject person =
                new JsonObject().put("values", values).put("subscriptions", new JsonArray().add(subscription));
        assertThat(api.post("/api/v1/databases/" + database + "/profiles", person)
                        .status())
                .isEqualTo(201);
    }

    private List<String> list(String typed) {
        return texts(page(typed, ""));
    }

    private JsonObject page(String typed, String more) {
        String q = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        return api.get("/api/v1/resources/" + resource + "/subscriptions?databaseId=" + database + "&q=" + q + more)
                .json();
    }

    private static List<String> texts(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .map(item -> item.getString("contact") + " " + item.getString("name"))
                .toList();
    }
}
