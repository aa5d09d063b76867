package io.postrider;

import static io.postrider.RunningServer.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.queue.LocalQueue;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer clicks first, through the real server and the simulator: the built-in sender, a test message, the phones. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FirstStepsTest {
    private static final String PHONE = "+1 808 988 1858";
    private static final JsonObject NOTHING = new JsonObject();
    private RunningServer server;

    @BeforeAll
    void open(PostgresAddress postgres, @TempDir Path data) {
        server = RunningServer.start(postgres, data, RunningServer.allArrive(0), LocalQueue::new);
    }

    @AfterAll
    void close() {
        server.close();
    }

    private String builtIn() throws InterruptedException {
        JsonObject sender = server.post("/api/v1/rehearsal/sender", NOTHING);
        String path = "/api/v1/senders/" + sender.getString("id") + "/state";
        eventually(() -> server.get(path), state -> "up".equals(state.getString("phase")));
        return sender.getString("id");
    }

    private Reply tried(String sender, String to, String text) {
        return server.client()
                .post(
                        "/api/v1/senders/" + sender + "/test-message",
                        new JsonObject().put("to", to).put("text", text));
    }

    private JsonObject delivered(String message) throws InterruptedException {
        return eventually(
                () -> server.get("/api/v1/messages/" + message), trace -> "delivered".equals(trace.getString("state")));
    }

    @Test
    void theBuiltInSenderIsMadeOnceAndLeavesTheEnvironmentARehearsal() throws InterruptedException {
        String sender = builtIn();
        assertThat(server.post("/api/v1/rehearsal/sender", NOTHING).getString("id"))
                .isEqualTo(sender);
        assertThat(server.get("/api/v1/senders/" + sender).getBoolean("rehearsal"))
                .isTrue();
        JsonObject rehearsal = server.get("/api/v1/rehearsal");
        assertThat(rehearsal.getString("state")).isEqualTo("up");
        assertThat(rehearsal.getBoolean("own")).isFalse();
        assertThat(rehearsal.getString("senderId")).isEqualTo(sender);
        assertThat(server.get("/api/v1/me").getString("environment")).isEqualTo("rehearsal");

        String live = server.sender();
        assertThat(server.get("/api/v1/me").getString("environment")).isEqualTo("live");
        assertThat(server.client().at(1).delete("/api/v1/senders/" + live).status())
                .isEqualTo(204);
        assertThat(server.get("/api/v1/me").getString("environment")).isEqualTo("rehearsal");
    }

    @Test
    void aTestMessageArrivesOnItsPhoneAndCanBeTraced() throws InterruptedException {
        String sender = builtIn();
        String text = "Привет, Гонолулу! ".repeat(6).strip();
        JsonObject sent = tried(sender, PHONE, text).json();
        assertThat(sent.getString("contact")).isEqualTo("18089881858");
        assertThat(sent.getInteger("parts")).isEqualTo(2);

        JsonObject trace = delivered(sent.getString("messageId"));
        assertThat(trace.getBoolean("test")).isTrue();
        assertThat(trace.getString("mailing")).isNull();
        JsonObject run = eventually(
                () -> server.get("/api/v1/runs/" + sent.getString("runId")),
                now -> "rested".equals(now.getString("state")));
        assertThat(run.getString("mailingId")).isNull();
        assertThat(run.getString("startedBy")).isEqualTo("API key test");
        assertThat(run.getJsonObject("figures").getInteger("delivered")).isEqualTo(1);
        assertThat(server.get("/api/v1/runs/" + sent.getString("runId") + "/journal")
                        .getJsonArray("equations"))
                .allSatisfy(equation ->
                        assertThat(((JsonObject) equation).getBoolean("holds")).isTrue());
        assertThat(server.get("/api/v1/runs/" + sent.getString("runId") + "/report"))
                .isNotNull();

        JsonArray onPhone = server.get("/api/v1/rehearsal/phones/18089881858/messages?q=%D0%93%D0%BE%D0%BD")
                .getJsonArray("items");
        assertThat(onPhone.getJsonObject(0).getString("text")).isEqualTo(text);
        assertThat(onPhone.getJsonObject(0).getString("from")).isEqualTo("POSTRIDER");
    }

    @Test
    void theInboxIsPagedAndSearchedByTextAndByPhone() throws InterruptedException {
        String sender = builtIn();
        for (String number : new String[] {"808 988 1861", "808 988 1862", "808 988 1863"}) {
            delivered(tried(sender, "+1 " + number, "Pages").json().getString("messageId"));
        }
        JsonObject first = server.get("/api/v1/rehearsal/messages?limit=2&q=pages");
        assertThat(first.getJsonArray("items")).hasSize(2);
        JsonObject rest = server.get("/api/v1/rehearsal/messages?limit=2&q=pages&after=" + first.getString("next"));
        assertThat(rest.getJsonArray("items")).hasSize(1);
        assertThat(rest.getString("next")).isNull();
        JsonArray found = server.get("/api/v1/rehearsal/messages?q=8089881862").getJsonArray("items");
        assertThat(found).hasSize(1);
        assertThat(found.getJsonObject(0).getString("state")).isEqualTo("delivered");
        assertThat(server.get("/api/v1/rehearsal/phones/1234567/messages").getJsonArray("items"))
                .isEmpty();
    }

    private void charset(JsonObject sender, String policy) {
        JsonObject body = new JsonObject();
        List.of("name", "callerId", "settings").forEach(field -> body.put(field, sender.getValue(field)));
        assertThat(server.client()
                        .at(sender.getInteger("version"))
                        .put("/api/v1/senders/" + sender.getString("id"), body.put("charset", policy))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTestMessageThatCannotGoIsRefusedInASentence() throws InterruptedException {
        String sender = builtIn();
        assertThat(tried(sender, "808 12", "Hi").code()).isEqualTo("test-message-phone-wrong");
        assertThat(tried(sender, PHONE, "x".repeat(2000)).code()).isEqualTo("test-message-too-long");
        assertThat(tried(sender, PHONE, " ").code()).isEqualTo("test-message-empty");
        assertThat(tried("999", PHONE, "Hi").status()).isEqualTo(404);
        JsonObject saved = server.get("/api/v1/senders/" + sender);
        charset(saved, "gsm-only");
        JsonObject foreign = tried(sender, PHONE, "“Hi” Ж").json();
        assertThat(foreign.getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/text");
        assertThat(foreign.getString("code")).isEqualTo("test-message-not-gsm");
        assertThat(foreign.encode()).contains("that it does not have: Ж\"");
        charset(server.get("/api/v1/senders/" + sender), "auto");
        server.post("/api/v1/senders/" + sender + "/pause", NOTHING);
        assertThat(tried(sender, PHONE, "Hi").code()).isEqualTo("test-message-sender-paused");
        assertThat(server.get("/api/v1/senders/" + sender + "/state")
                        .getJsonObject("health")
                        .getString("level"))
                .isEqualTo("paused");
        server.post("/api/v1/senders/" + sender + "/resume", NOTHING);
        server.post("/api/v1/senders/" + sender + "/drain", NOTHING);
        assertThat(tried(sender, PHONE, "Hi").code())
                .isIn("test-message-sender-draining", "test-message-sender-paused");
        JsonObject drained = eventually(
                () -> server.get("/api/v1/senders/" + sender + "/state"),
                state -> "drained".equals(state.getJsonObject("health").getString("code"))
                        && state.getString("detail").contains("connection is closed"));
        assertThat(drained.getString("phase")).isEqualTo("stopped");
        assertThat(tried(sender, PHONE, "Hi").code()).isEqualTo("test-message-sender-paused");
        server.post("/api/v1/senders/" + sender + "/resume", NOTHING);
        delivered(tried(sender, PHONE, "Hi again").json().getString("messageId"));
    }

    @Test
    void theLivePageSeesTrafficDelaysAndHistory() throws InterruptedException {
        String sender = builtIn();
        delivered(tried(sender, PHONE, "Hello").json().getString("messageId"));
        String path = "/api/v1/senders/" + sender + "/state";
        JsonObject state = eventually(() -> server.get(path), now -> now.getJsonObject("receiptDelay") != null);
        assertThat(state.getJsonObject("submitLatency").getInteger("samples")).isPositive();
        JsonObject moving = eventually(
                () -> server.get(path),
                now -> now.getJsonArray("history").stream().anyMatch(p -> ((JsonObject) p).getDouble("messages") > 0));
        assertThat(moving.getLong("waiting")).isZero();
        JsonObject brief =
                server.get("/api/v1/senders/states").getJsonArray("items").getJsonObject(0);
        assertThat(brief.getString("name")).isEqualTo("Built-in simulator");
        assertThat(brief.containsKey("history")).isFalse();
    }

    @Test
    void aBuiltInSenderCannotBeLedToAnOperatorButChangedOtherwise() throws InterruptedException {
        String id = builtIn();
        JsonObject sender = server.get("/api/v1/senders/" + id);
        JsonObject changed = new JsonObject()
                .put("name", sender.getString("name"))
                .put("callerId", "REHEARSE")
                .put("settings", sender.getJsonObject("settings"));
        JsonObject elsewhere = changed.copy()
                .put("settings", sender.getJsonObject("settings").copy().put("host", "localhost"));
        HttpClientOfTests seen = server.client().at(sender.getInteger("version"));
        assertThat(seen.put("/api/v1/senders/" + id, elsewhere).code()).isEqualTo("sender-leads-to-simulator");
        JsonObject now = seen.put("/api/v1/senders/" + id, changed).json();
        assertThat(now.getString("callerId")).isEqualTo("REHEARSE");
        assertThat(now.getBoolean("rehearsal")).isTrue();
        assertThat(server.client()
                        .at(now.getInteger("version"))
                        .put("/api/v1/senders/" + id, changed.copy().put("callerId", sender.getString("callerId")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatGoesToTheSimulatorIsLabelledAndLeftOutOfReportsUnlessAskedFor() throws InterruptedException {
        JsonObject sent = tried(builtIn(), PHONE, "Nobody reads this").json();
        assertThat(delivered(sent.getString("messageId")).getBoolean("rehearsal"))
                .isTrue();
        assertThat(server.get("/api/v1/runs/" + sent.getString("runId")).getBoolean("rehearsal"))
                .isTrue();
        JsonObject usual = server.get("/api/v1/reports/channel");
        assertThat(usual.getJsonObject("totals").getLong("sent")).isZero();
        assertThat(usual.getJsonObject("leftOut").getLong("rehearsals")).isPositive();
        JsonObject all = server.get("/api/v1/reports/channel?tests=true&rehearsals=true");
        assertThat(all.getJsonObject("totals").getLong("sent")).isPositive();
        assertThat(all.getJsonObject("leftOut").getLong("rehearsals")).isZero();
    }
}
