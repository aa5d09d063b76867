package io.postrider.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.http.HttpFixture;
import io.postrider.plugin.PluginApi;
import io.postrider.plugin.Plugins;
import io.postrider.queue.LocalQueue;
import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SenderApiTest {
    private static final String SENDERS = "/api/v1/senders";
    private HttpFixture http;
    private HttpClientOfTests admin;
    private Plugins plugins;
    private Simulator operator;
    private SenderStore store;

    @BeforeAll
    void open(Vertx vertx, Database database, Ids ids, @TempDir Path work) {
        plugins = Plugins.open(List.of(Path.of("target", "plugins")), work);
        operator = TestDatabase.await(new Simulator(SimulatorSettings.onFreePorts()).start());
        store = new SenderStore(database, ids, new SecretBox(new byte[32], new SecureRandom()));
        http = HttpFixture.open(
                vertx,
                database,
                ids,
                Clock.systemUTC(),
                new PluginApi(plugins),
                new SenderApi(
                        store,
                        new QueueStore(database),
                        plugins,
                        new ConnectionTrial(vertx, Duration.ofMinutes(1)),
                        new LocalQueue(vertx),
                        id -> Optional.empty()),
                new DutyApi(store, new DutyStore(database), new LocalQueue(vertx)));
        admin = http.as("admin");
    }

    @AfterAll
    void close() {
        http.close();
        TestDatabase.await(operator.stop());
        plugins.close();
    }

    private JsonObject settings(String password) {
        return new JsonObject()
                .put("host", "127.0.0.1")
                .put("port", Integer.toString(operator.smppPort()))
                .put("system-id", "postrider")
                .put("password", password);
    }

    private JsonObject sender(String name) {
        return new JsonObject().put("name", name).put("gateway", "smpp").put("settings", settings("simulate"));
    }

    @Test
    void aSecretGoesInAndNeverComesOut() {
        Reply made = admin.post(SENDERS, sender("secretive").put("callerId", "POSTRIDER"));
        assertThat(made.status()).isEqualTo(201);
        String path = made.header("Location");
        for (Reply reply : List.of(made, admin.get(path), admin.get(SENDERS + "?q=secretive"))) {
            assertThat(reply.text()).contains("POSTRIDER").doesNotContain("simulate");
        }
        assertThat(admin.get(path).json().getJsonArray("secretsSet")).containsExactly("password");
    }

    @Test
    void aSecretThatIsNotSentStays() {
        Reply made = admin.post(SENDERS, sender("lasting"));
        JsonObject settings = settings("unused").put("window", "500");
        settings.remove("password");
        JsonObject change = new JsonObject().put("name", "lasting").put("settings", settings);
        String path = made.header("Location");
        assertThat(admin.put(path, change).status()).isEqualTo(428);
        Reply changed = admin.at(1).put(path, change);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().getJsonObject("settings").getString("window")).isEqualTo("500");
        Sender sender =
                TestDatabase.await(store.get(1, Long.parseLong(changed.json().getString("id"))));
        assertThat(TestDatabase.await(store.secrets(sender))).containsEntry("password", "simulate");
        assertThat(admin.at(1).put(path, change).code()).isEqualTo("sender-stale");
    }

    @Test
    void anotherLimitKeepsTheConnectionAndAnotherPasswordDoesNot() {
        Reply made = admin.post(SENDERS, sender("limited").put("messagesPerSecond", 0.5));
        String path = made.header("Location");
        long id = Long.parseLong(made.json().getString("id"));
        assertThat(made.json().getDouble("messagesPerSecond")).isEqualTo(0.5);
        Sender before = TestDatabase.await(store.get(1, id));

        JsonObject change = new JsonObject().put("name", "limited").put("settings", settings("simulate"));
        assertThat(admin.at(1)
                        .put(path, change.copy().put("partsPerSecond", 500))
                        .status())
                .isEqualTo(200);
        Sender faster = TestDatabase.await(store.get(1, id));
        assertThat(faster.partsPerSecond()).isEqualTo(500);
        assertThat(faster.connectsLike(before)).isTrue();

        admin.at(2).put(path, change.put("settings", settings("other")));
        assertThat(TestDatabase.await(store.get(1, id)).connectsLike(before)).isFalse();
    }

    @Test
    void messagesInDoubtAreHeldUntilSomebodyChoosesOtherwise() {
        Reply made = admin.post(SENDERS, sender("doubtful"));
        assertThat(made.json().getJsonObject("doubts")).isEqualTo(doubts("hold", 10, 1));
        JsonObject change = new JsonObject().put("name", "doubtful").put("settings", settings("simulate"));
        String path = made.header("Location");

        Reply changed = admin.at(1).put(path, change.copy().put("doubts", doubts("send-again", 30, 2)));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(admin.get(path).json().getJsonObject("doubts")).isEqualTo(doubts("send-again", 30, 2));
        Reply early = admin.at(2).put(path, change.copy().put("doubts", doubts("send-again", 4, 4)));
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.json().getJsonArray("errors").stream().map(error -> ((JsonObject) error).getString("pointer")))
                .containsExactlyInAnyOrder("/doubts/afterMinutes", "/doubts/tries");
        assertThat(admin.at(2).put(path, change).json().getJsonObject("doubts")).isEqualTo(doubts("hold", 10, 1));
    }

    private static JsonObject doubts(String action, int minutes, int tries) {
        return new JsonObject()
                .put("action", action)
                .put("afterMinutes", minutes)
                .put("tries", tries);
    }

    @Test
    void whatHappensToForeignCharactersIsSaidPerSenderAndKeepsTheConnection() {
        Reply made = admin.post(SENDERS, sender("plain"));
        assertThat(made.json().getString("charset")).isEqualTo("auto");
        Sender before =
                TestDatabase.await(store.get(1, Long.parseLong(made.json().getString("id"))));
        JsonObject change = new JsonObject().put("name", "plain").put("settings", settings("simulate"));

        Reply changed = admin.at(1).put(made.header("Location"), change.copy().put("charset", "gsm-only"));
        assertThat(changed.json().getString("charset")).isEqualTo("gsm-only");
        Sender now = TestDatabase.await(store.get(1, before.id()));
        assertThat(now.charset()).isEqualTo(CharsetPolicy.GSM_ONLY);
        assertThat(now.connectsLike(before)).isTrue();
        assertThat(admin.at(2)
                        .put(made.header("Location"), change.put("charset", "latin"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void everyWrongSettingIsNamed() {
        JsonObject wrong =
                new JsonObject().put("port", "70000").put("colour", "blue").put("system-id", "postrider");
        Reply reply = admin.post(SENDERS, sender("wrong").put("settings", wrong));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getJsonArray("errors").stream().map(error -> ((JsonObject) error).getString("pointer")))
                .containsExactlyInAnyOrder("/settings/host", "/settings/port", "/settings/colour");
        assertThat(reply.text()).contains("This may be at most 65535.");
        assertThat(admin.post(SENDERS, sender("wrong").put("gateway", "pigeon")).code())
                .isEqualTo("sender-no-such-gateway");
        assertThat(admin.post(SENDERS, sender("wrong").put("callerId", "a\r\nb"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aSenderIsPausedResumedAndDeleted() {
        Reply made = admin.post(SENDERS, sender("pausing"));
        String path = made.header("Location");
        assertThat(admin.post(path + "/pause", new JsonObject()).json().getBoolean("paused"))
                .isTrue();
        Reply resumed = admin.post(path + "/resume", new JsonObject());
        assertThat(resumed.json().getBoolean("paused")).isFalse();
        assertThat(admin.get(path + "/state").json().getString("phase")).isEqualTo("stopped");
        assertThat(admin.with("If-Match", resumed.header("ETag")).delete(path).status())
                .isEqualTo(204);
        assertThat(admin.get(path).code()).isEqualTo("sender-not-found");
    }

    @Test
    void aSenderIsDrainedAndPauseOrResumeEndThat() {
        String path = admin.post(SENDERS, sender("leaving")).header("Location");
        JsonObject draining = admin.post(path + "/drain", new JsonObject()).json();
        assertThat(draining.getBoolean("draining")).isTrue();
        assertThat(draining.getBoolean("paused")).isFalse();
        assertThat(draining.getBoolean("drained")).isFalse();
        JsonObject state = admin.get(path + "/state").json();
        assertThat(state.getBoolean("draining")).isTrue();
        assertThat(state.getJsonObject("queue").getInteger("due")).isZero();
        JsonObject paused = admin.post(path + "/pause", new JsonObject()).json();
        assertThat(paused.getBoolean("draining")).isFalse();
        assertThat(paused.getBoolean("paused")).isTrue();
        admin.post(path + "/drain", new JsonObject());
        JsonObject resumed = admin.post(path + "/resume", new JsonObject()).json();
        assertThat(resumed.getBoolean("draining")).isFalse();
        assertThat(resumed.getBoolean("paused")).isFalse();
        assertThat(admin.post(SENDERS + "/999/drain", new JsonObject()).code()).isEqualTo("sender-not-found");
        assertThat(http.as("viewer").post(path + "/drain", new JsonObject()).status())
                .isEqualTo(403);
    }

    @Test
    void aConnectionCanBeTriedBeforeAndAfterSaving() {
        JsonObject unsaved = new JsonObject().put("gateway", "smpp").put("settings", settings("simulate"));
        assertThat(admin.post(SENDERS + "/test-connection", unsaved).json().getString("phase"))
                .isEqualTo("up");
        String id = admin.post(SENDERS, sender("tried")).json().getString("id");
        assertThat(admin.post(SENDERS + "/test-connection", new JsonObject().put("senderId", id))
                        .json()
                        .getString("phase"))
                .isEqualTo("up");
    }

    @Test
    void aWrongPasswordIsSaidInASentence() {
        JsonObject unsaved = new JsonObject().put("gateway", "smpp").put("settings", settings("wrong"));
        JsonObject answer = admin.post(SENDERS + "/test-connection", unsaved).json();
        assertThat(answer.getString("phase")).isEqualTo("down");
        assertThat(answer.getString("detail"))
                .contains("refused the login")
                .contains("password is wrong")
                .doesNotContain("next try");
    }

    @Test
    void anOperatorThatIsNotThereIsSaidInASentence() {
        JsonObject nobody = settings("simulate").put("port", "1");
        JsonObject answer = admin.post(
                        SENDERS + "/test-connection",
                        new JsonObject().put("gateway", "smpp").put("settings", nobody))
                .json();
        assertThat(answer.getString("phase")).isEqualTo("down");
        assertThat(answer.getString("detail")).startsWith("Cannot connect");
    }

    @Test
    void aGatewaysFormIsInBothLanguages() {
        JsonObject form = admin.get("/api/v1/gateways").json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(gateway -> gateway.getString("name").equals("smpp"))
                .findFirst()
                .orElseThrow();
        assertThat(form.getJsonArray("settings"))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(
                                ((JsonObject) setting).getJsonObject("label").fieldNames())
                        .contains("en", "ru"));
        assertThat(admin.get("/api/v1/plugins").json().getJsonArray("items")).isNotEmpty();
    }
}
