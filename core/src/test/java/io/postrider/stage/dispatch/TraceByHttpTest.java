package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpFixture;
import io.postrider.message.InboundStore;
import io.postrider.message.MessageApi;
import io.postrider.message.MessageState;
import io.postrider.message.SearchStore;
import io.postrider.message.TraceStore;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import io.postrider.reply.ReplyApi;
import io.postrider.reply.ReplyStore;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class TraceByHttpTest {
    private final LaneFixture fixture;
    private final HttpFixture http;

    TraceByHttpTest(Vertx vertx, PostgresAddress address, Database database, Ids ids) {
        SearchStore search = new SearchStore(database);
        this.fixture = new LaneFixture(vertx, address, ids);
        this.http = HttpFixture.open(
                vertx,
                database,
                ids,
                Clock.systemUTC(),
                new MessageApi(search, new TraceStore(database, search), new InboundStore(database)),
                new ReplyApi(new ReplyStore(database)));
    }

    @AfterEach
    void close() {
        http.close();
        fixture.close();
    }

    @Test
    void aMessageIsFoundByPhoneAndByNumberAndTellsItsStory() throws Exception {
        long first = fixture.messages(3, 2, null);
        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        Submission message = operator.next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 3L));
        operator.receipt(ScriptedGateway.receipt(message, 1, ReceiptState.UNDELIVERABLE));
        fixture.awaitStates(Map.of(MessageState.UNDELIVERED, 1L, MessageState.SUBMITTED, 2L));
        HttpClientOfTests client = http.as("viewer");

        JsonObject byPhone = client.get("/api/v1/messages?q=%2B" + message.to()).json();
        assertThat(byPhone.getJsonArray("items")).hasSize(1);
        JsonObject found = byPhone.getJsonArray("items").getJsonObject(0);
        assertThat(found.getString("id")).isEqualTo(Long.toString(first));
        assertThat(found.getString("state")).isEqualTo("undelivered");

        JsonObject trace = client.get("/api/v1/messages/" + first).json();
        assertThat(trace.getJsonArray("texts"))
                .isEqualTo(new JsonArray(List.of("part 1 of " + first, "part 2 of " + first)));
        assertThat(trace.getJsonArray("steps").stream()
                        .map(step ->
                                ((JsonObject) step).getString("kind") + " " + ((JsonObject) step).getString("state")))
                .containsExactly("accepted submitted", "accepted submitted", "receipt undelivered");
        assertThat(client.get("/api/v1/messages/999999999").status()).isEqualTo(404);
    }

    @Test
    void messagesOfARunAreListedByStatePageByPage() throws Exception {
        fixture.messages(5);
        fixture.start(ScriptedGateway.ACCEPTS);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 5L));
        HttpClientOfTests client = http.as("viewer");
        String list = "/api/v1/messages?limit=3&runId=" + fixture.runId + "&state=";

        JsonObject page = client.get(list + "submitted").json();
        assertThat(page.getJsonArray("items")).hasSize(3);
        JsonObject rest =
                client.get(list + "submitted&after=" + page.getString("next")).json();
        assertThat(rest.getJsonArray("items")).hasSize(2);
        assertThat(rest.getString("next")).isNull();
        assertThat(client.get(list + "waiting").json().getJsonArray("items")).isEmpty();
        assertThat(client.get("/api/v1/messages?after=nonsense").status()).isEqualTo(400);
    }

    @Test
    void whoWasLeftOutIsFoundWithTheReason() throws Exception {
        fixture.sql(
                "insert into message_exclusion (run_id, subscription_id, account_id, contact_key, profile_id, reason, detail, at)"
                        + " values ($1, 5, 1, 79005554433, 6, 'render-error', 'no such field', now())",
                fixture.runId);

        JsonArray left = http.as("viewer")
                .get("/api/v1/messages?q=7-900-555-44-33")
                .json()
                .getJsonArray("leftOut");

        assertThat(left).hasSize(1);
        assertThat(left.getJsonObject(0).getString("reason")).isEqualTo("render-error");
    }

    @Test
    void parkedReceiptsAndRepliesAreListed() throws Exception {
        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        operator.receipt(ScriptedGateway.receipt("stranger", "79001112233", ReceiptState.DELIVERED));
        operator.inbound(List.of(new Inbound.Reply("79001112233", "SHOP", "hello", Instant.now())))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        HttpClientOfTests client = http.as("viewer");

        assertThat(client.get("/api/v1/parked-receipts?senderId=" + fixture.senderId)
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("operatorId"))
                .isEqualTo("stranger");
        assertThat(client.get("/api/v1/replies?q=79001112233")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("text"))
                .isEqualTo("hello");
    }
}
