package io.postrider.mailing;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.http.HttpFixture;
import io.postrider.link.Shortener;
import io.postrider.queue.LocalQueue;
import io.postrider.report.MailingListApi;
import io.postrider.report.MailingRowStore;
import io.postrider.report.ProgressStore;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailingApiTest {
    private static final String PATH = "/api/v1/mailings";
    private HttpFixture http;
    private HttpClientOfTests marketer;
    private Shop shop;
    private Launch launch;

    @BeforeAll
    void open(Vertx vertx, Database database, Ids ids) {
        Clock clock = Clock.systemUTC();
        MailingStore mailings = new MailingStore(database, ids);
        RunStore runs = new RunStore(database);
        LaunchStore facts = new LaunchStore(database);
        shop = new Shop(database, ids);
        launch = new Launch(facts, mailings, runs, Shortener::fixedIn, "http://127.0.0.1/", clock, new Random(1));
        MailingActions actions = new MailingActions(
                mailings,
                facts,
                runs,
                new SteeringStore(database),
                launch,
                ignored -> Future.succeededFuture(),
                (phone, country) -> Optional.of(phone),
                new LocalQueue(vertx),
                clock);
        http = HttpFixture.open(
                vertx,
                database,
                ids,
                clock,
                new MailingApi(mailings, actions),
                new MailingListApi(new MailingRowStore(database), new ProgressStore(database)),
                new RunApi(mailings, runs, actions));
        marketer = http.as("marketer");
    }

    @AfterAll
    void close() {
        http.close();
    }

    private JsonObject complete(String name) {
        return new JsonObject()
                .put("name", name)
                .put("resourceId", Long.toString(shop.resourceId))
                .put("databaseId", Long.toString(shop.databaseId))
                .put("templateId", Long.toString(shop.templateId))
                .put("senderId", Long.toString(shop.senderId));
    }

    private String create(String name) {
        return PATH + "/" + marketer.post(PATH, complete(name)).json().getString("id");
    }

    @Test
    void aMailingIsWrittenFilledChangedAndDeleted() {
        Reply created = marketer.post(PATH, new JsonObject().put("name", "Draft"));
        assertThat(created.status()).isEqualTo(201);
        String path = created.header("Location");
        assertThat(marketer.post(path + "/activate", new JsonObject()).code()).isEqualTo("mailing-incomplete");

        assertThat(marketer.patch(path, complete("Full")).status()).isEqualTo(428);
        Reply full = marketer.at(1).patch(path, complete("Full"));
        assertThat(full.json().getString("name")).isEqualTo("Full");
        assertThat(full.header("ETag")).isEqualTo("\"2\"");
        Reply late = marketer.at(1).patch(path, complete("Late"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().getJsonObject("parameters").getString("by")).isEqualTo("API key marketer");
        assertThat(late.json().getJsonObject("parameters").getString("version")).isEqualTo("2");

        Reply emptied = marketer.at(2).patch(path, new JsonObject().putNull("senderId"));
        assertThat(emptied.json().getString("senderId")).isNull();
        assertThat(emptied.json().getString("templateId")).isEqualTo(Long.toString(shop.templateId));
        assertThat(marketer.delete(path).status()).isEqualTo(428);
        assertThat(marketer.at(3).delete(path).status()).isEqualTo(204);
        assertThat(marketer.get(path).status()).isEqualTo(404);
    }

    @Test
    void aReferenceToNothingIsNamed() {
        Reply reply = marketer.post(PATH, complete("Wrong").put("templateId", "987654321"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("mailing-reference-unknown");
        assertThat(reply.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/templateId");
        Reply tooLong = marketer.post(PATH, complete("Wrong").put("senderId", "9999999999999999999"));
        assertThat(tooLong.code()).isEqualTo("fields-invalid");
        assertThat(tooLong.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/senderId");
    }

    @Test
    void theListIsSearchedFilteredAndPaged() {
        create("List me 1");
        create("List me 2");
        create("List me 3");

        Reply first = marketer.get(PATH + "?q=list%20ME&limit=2&state=draft");
        assertThat(names(first)).containsExactly("List me 3", "List me 2");
        Reply second =
                marketer.get(PATH + "?q=list%20ME&limit=2&after=" + first.json().getString("next"));
        assertThat(names(second)).containsExactly("List me 1");
        assertThat(second.json().getString("next")).isNull();
        assertThat(names(marketer.get(PATH + "?q=list%20me&state=running"))).isEmpty();
    }

    @Test
    void theListIsOrderedAndPagedByNameAndTime() {
        create("Order b");
        create("Order A");
        String c = create("Order c");
        marketer.at(1).patch(c, new JsonObject().put("sendAt", "2040-01-01T00:00:00Z"));

        Reply first = marketer.get(PATH + "?q=order&sort=name&limit=2");
        assertThat(names(first)).containsExactly("Order A", "Order b");
        String next = "&after=" + first.json().getString("next");
        assertThat(names(marketer.get(PATH + "?q=order&sort=name&limit=2" + next)))
                .containsExactly("Order c");
        assertThat(names(marketer.get(PATH + "?q=order&sort=-name"))).containsExactly("Order c", "Order b", "Order A");
        Reply byTime = marketer.get(PATH + "?q=order&sort=sendAt&limit=1");
        assertThat(names(byTime)).containsExactly("Order c");
        assertThat(names(marketer.get(
                        PATH + "?q=order&sort=sendAt&after=" + byTime.json().getString("next"))))
                .containsExactly("Order b", "Order A");
        assertThat(marketer.get(PATH + "?sort=sendAt" + next).code()).isEqualTo("cursor-invalid");
        assertThat(marketer.get(PATH + "?sort=moon").status()).isEqualTo(400);
        assertThat(marketer.get(PATH + "?state=draft,paused&q=order").json().getJsonArray("items"))
                .hasSize(3);
        JsonObject row =
                marketer.get(PATH + "?q=order%20a").json().getJsonArray("items").getJsonObject(0);
        assertThat(row.getString("resource")).startsWith("Shop ");
        assertThat(row.getString("sender")).startsWith("Operator ");
        assertThat(row.getString("changedBy")).isEqualTo("API key marketer");
        assertThat(row.containsKey("lastRun")).isTrue();
    }

    private static List<String> names(Reply reply) {
        return reply.json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("name"))
                .toList();
    }

    @Test
    void commandsAnswerWithTheNewState() {
        String path = create("Commands");
        Reply active = marketer.post(path + "/activate", new JsonObject());
        assertThat(active.json().getString("state")).isEqualTo("scheduled");
        await(launch.start(1, Long.parseLong(active.json().getString("id"))));

        assertThat(marketer.post(path + "/pause", new JsonObject()).json().getString("state"))
                .isEqualTo("paused");
        assertThat(marketer.post(path + "/pause", new JsonObject()).code()).isEqualTo("mailing-wrong-state");
        assertThat(marketer.at(4).patch(path, complete("Too late")).code()).isEqualTo("mailing-not-editable");
        assertThat(marketer.post(path + "/clone", new JsonObject()).json().getString("name"))
                .isEqualTo("Copy of Commands");
        JsonObject run =
                marketer.get(path + "/runs").json().getJsonArray("items").getJsonObject(0);
        assertThat(marketer.post("/api/v1/runs/" + run.getString("id") + "/stop", new JsonObject())
                        .json()
                        .getBoolean("stopped"))
                .isTrue();
        assertThat(marketer.get(path).json().getString("state")).isEqualTo("stopped");
        assertThat(http.as("viewer").post(path + "/stop", new JsonObject()).status())
                .isEqualTo(403);
    }

    @Test
    void aTestIsARunOfItsOwn() {
        shop.profile(null, 0);
        String path = create("Test");

        Reply run = marketer.post(path + "/test", new JsonObject().put("phones", new JsonArray().add("12025550199")));

        assertThat(run.status()).isEqualTo(201);
        assertThat(run.json().getString("kind")).isEqualTo("test");
        assertThat(marketer.get(path + "/runs").json().getJsonArray("items")).isEmpty();
        assertThat(marketer.get(path + "/runs?tests=true").json().getJsonArray("items"))
                .hasSize(1);
    }
}
