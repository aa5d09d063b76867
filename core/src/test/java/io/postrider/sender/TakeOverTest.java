package io.postrider.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.http.HttpFixture;
import io.postrider.plugin.Plugins;
import io.postrider.queue.LocalQueue;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.SecretBox;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who may take over from whom, by HTTP. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TakeOverTest {
    private static final String SENDERS = "/api/v1/senders";
    private Database database;
    private HttpFixture http;
    private HttpClientOfTests admin;
    private Plugins plugins;
    private SenderStore store;

    @BeforeAll
    void open(Database database, Vertx vertx, Ids ids, @TempDir Path work) {
        this.database = database;
        plugins = Plugins.open(List.of(Path.of("target", "plugins")), work);
        store = new SenderStore(database, ids, new SecretBox(new byte[32], new SecureRandom()));
        http = HttpFixture.open(
                vertx,
                database,
                ids,
                Clock.systemUTC(),
                new SenderApi(
                        store,
                        new QueueStore(database),
                        plugins,
                        new ConnectionTrial(vertx, Duration.ofSeconds(10)),
                        new LocalQueue(vertx),
                        id -> Optional.empty()));
        admin = http.as("admin");
    }

    @AfterAll
    void close() {
        http.close();
        plugins.close();
    }

    private static JsonObject body(String name, @Nullable String failOverTo) {
        JsonObject settings = new JsonObject()
                .put("host", "127.0.0.1")
                .put("port", "2775")
                .put("system-id", "postrider")
                .put("password", "simulate");
        JsonObject errors = new JsonObject().put("permanent", new JsonObject().put("ending", "fail-over"));
        return new JsonObject()
                .put("name", name)
                .put("settings", settings)
                .put("errors", failOverTo == null ? errors : errors.put("failOverTo", failOverTo));
    }

    private String plain(String name) {
        JsonObject body = body(name, null).put("gateway", "smpp");
        body.remove("errors");
        return made(body);
    }

    private String made(JsonObject body) {
        Reply made = admin.post(SENDERS, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().getString("id");
    }

    private Reply change(String id, String name, @Nullable String failOverTo) {
        int version = admin.get(SENDERS + "/" + id).json().getInteger("version");
        return admin.at(version).put(SENDERS + "/" + id, body(name, failOverTo));
    }

    private static void assertRefused(Reply reply, String code, String sentence) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        JsonObject error = reply.json().getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("pointer")).isEqualTo("/errors/failOverTo");
        assertThat(error.getString("code")).isEqualTo(code);
        assertThat(error.getString("detail")).isEqualTo(sentence);
    }

    @Test
    void aRuleMayNameTheSenderThatTakesOverAndItsNameIsKnown() {
        String other = plain("takes over");
        String id = made(body("gives away", other).put("gateway", "smpp"));

        JsonObject errors = admin.get(SENDERS + "/" + id).json().getJsonObject("errors");
        assertThat(errors.getString("failOverTo")).isEqualTo(other);
        assertThat(errors.getJsonObject("permanent").getString("ending")).isEqualTo("fail-over");
        assertThat(TestDatabase.await(store.get(1, Long.parseLong(id))).errors().failOver())
                .isEqualTo(new ErrorRules.FailOver(Long.parseLong(other), "takes over"));
    }

    @Test
    void theSenderHasToBeChosenAndToBeThereAndToBeAnother() {
        String id = plain("alone");
        assertRefused(change(id, "alone", null), "sender-fail-over-missing", "Choose the sender that takes over.");
        assertRefused(
                change(id, "alone", "999999999"),
                "sender-fail-over-unknown",
                "There is no such sender; choose another one.");
        assertRefused(
                change(id, "alone", id),
                "sender-fail-over-self",
                "A sender cannot take over from itself; choose another one.");
        assertRefused(
                admin.post(SENDERS, body("new and alone", null).put("gateway", "smpp")),
                "sender-fail-over-missing",
                "Choose the sender that takes over.");
    }

    @Test
    void aCircleIsRefusedHoweverLongItIs() {
        String third = plain("circle 3");
        String second = made(body("circle 2", third).put("gateway", "smpp"));
        String first = made(body("circle 1", second).put("gateway", "smpp"));
        for (String next : List.of(first, second)) {
            assertRefused(
                    change(third, "circle 3", next),
                    "sender-fail-over-circle",
                    "This would lead in a circle: circle 2 hands over to this sender already. Choose another one.");
        }
        assertThat(change(first, "circle 1", third).status()).isEqualTo(200);
    }

    @Test
    void aRehearsalNeverReachesPeopleAndAMailingNeverEndsInTheSimulator() {
        String live = plain("to people");
        String simulated = plain("to the simulator");
        TestDatabase.await(database.query("update sender set rehearsal = true where id = $1", Long.valueOf(simulated)));
        String sentence = "A sender to the built-in simulator and one to an operator cannot take over from each other.";
        assertRefused(change(live, "to people", simulated), "sender-fail-over-simulator", sentence);
        assertRefused(change(simulated, "to the simulator", live), "sender-fail-over-simulator", sentence);
    }

    @Test
    void aSenderOfAnotherChannelCannotTakeOver() {
        String id = plain("by sms");
        String other = made(body("by post", null)
                .put("gateway", "smpp")
                .put("channel", "post")
                .put("errors", new JsonObject()));
        assertRefused(
                change(id, "by sms", other),
                "sender-fail-over-channel",
                "by post sends by another channel; choose a sender of the same one.");
    }

    @Test
    void whoTakesOverCannotBeDeletedNorWhoHasTakenOverWhatStillWaits() {
        String other = plain("needed");
        String id = made(body("needs it", other).put("gateway", "smpp"));
        String path = SENDERS + "/" + other;
        assertThat(admin.at(1).delete(path).code()).isEqualTo("sender-takes-over");

        assertThat(admin.at(1).delete(SENDERS + "/" + id).status()).isEqualTo(204);
        TestDatabase.await(
                database.query(
                        "insert into run (account_id, id, kind, state, channel, resource_id, database_id, template_id, template_version,"
                                + " sender_id, caller_id, tracking_base, validity_seconds, max_parts, seed, opened_at)"
                                + " values (1, 77, 'test', 'sending', 'sms', 1, 1, 1, 1, 1, 'SHOP', 'http://x/', 86400, 10, 1, now())"));
        TestDatabase.await(database.query(
                "insert into dispatch_batch (account_id, sender_id, run_id, caller_id, priority, not_before, first_id, last_id,"
                        + " released, attempt, refused_by) values (1, $1, 77, 'SHOP', 5, now(), 1, 1, 0, 2, '{3}')",
                Long.valueOf(other)));
        assertThat(admin.at(1).delete(path).code()).isEqualTo("sender-waited-for");

        TestDatabase.await(database.query("delete from dispatch_batch where run_id = 77"));
        assertThat(admin.at(1).delete(path).status()).isEqualTo(204);
    }
}
