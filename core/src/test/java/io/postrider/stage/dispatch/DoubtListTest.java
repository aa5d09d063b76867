package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages in doubt in lists, and decisions about many at once. */
@ExtendWith(TestDatabase.class)
final class DoubtListTest {
    private final DoubtFixture fixture;

    DoubtListTest(Vertx vertx, PostgresAddress address, Database database, Ids ids) {
        this.fixture = new DoubtFixture(vertx, address, database, ids);
    }

    @AfterEach
    void rollupsEqualTheFactsAndTheEquationsHold() {
        fixture.close();
    }

    @Test
    void severalAreHandledAtOnceAndTheOthersAreNamed() throws Exception {
        List<Submission> messages = fixture.lost(3);
        fixture.lanes
                .start(ScriptedGateway.ACCEPTS)
                .gateway()
                .receipt(ScriptedGateway.receipt("unknown", messages.get(2).to(), ReceiptState.DELIVERED));

        JsonObject done = fixture.client
                .post(
                        "/api/v1/doubts/close",
                        new JsonObject()
                                .put(
                                        "ids",
                                        messages.stream()
                                                .map(one -> Long.toString(one.token()))
                                                .toList()))
                .json();

        assertThat(done.getJsonArray("done")).hasSize(2);
        assertThat(done.getJsonArray("left").getJsonObject(0).getString("code")).isEqualTo("doubt-settled");
        JsonObject counts = fixture.client
                .get("/api/v1/doubts/counts?runId=" + fixture.lanes.runId)
                .json();
        assertThat(counts.getInteger("closed")).isEqualTo(2);
        assertThat(counts.getInteger("open")).isZero();
        assertThat(fixture.http
                        .as("viewer")
                        .post("/api/v1/doubts/1/close", new JsonObject())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void doubtsAreFoundByPhoneAndPeriodPageByPage() throws Exception {
        List<Submission> messages = fixture.lost(3);
        String list = "/api/v1/doubts?senderId=" + fixture.lanes.senderId;

        JsonObject page = fixture.client.get(list + "&limit=2").json();
        assertThat(page.getJsonArray("items")).hasSize(2);
        assertThat(fixture.client
                        .get(list + "&limit=2&after=" + page.getString("next"))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(fixture.client
                        .get("/api/v1/doubts?q=%2B" + messages.get(1).to())
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("id"))
                .isEqualTo(Long.toString(messages.get(1).token()));
        assertThat(fixture.client.get(list + "&to=2020-01-01T00:00:00Z").json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void allThatASearchFindsAreSentAgainByAJobThatSaysHowFarItIs() throws Exception {
        List<Submission> messages = fixture.lost(450);
        fixture.client.post("/api/v1/doubts/" + messages.get(7).token() + "/close", new JsonObject());
        String job = fixture.decide("send-again");

        TestDatabase.await(fixture.worker.look());

        JsonObject over = fixture.client.get(job).json();
        assertThat(over.getString("state")).isEqualTo("finished");
        assertThat(over.getJsonObject("progress").getLong("done")).isEqualTo(449);
        assertThat(over.getInteger("percent")).isEqualTo(100);
        ScriptedGateway operator = fixture.lanes.start(ScriptedGateway.ACCEPTS).gateway();
        fixture.lanes.awaitStates(Map.of(MessageState.IN_DOUBT, 1L, MessageState.SUBMITTED, 449L));
        assertThat(operator.all())
                .extracting(Submission::to)
                .doesNotHaveDuplicates()
                .hasSize(449);
        assertThat(fixture.lanes.count(
                        "select count(*) from doubt_decision where login = 'API key marketer'"
                                + " and action = 'send-again' and id in (select code::bigint from message_event"
                                + " where run_id = $1 and kind = 9)",
                        fixture.lanes.runId))
                .isEqualTo(1);
    }

    @Test
    void aCancelledJobLeavesTheRestAsItIs() throws Exception {
        fixture.lost(450);
        String job = fixture.decide("close");
        fixture.lanes.sql(
                "update job set cancel_asked = true where id = $1",
                Long.valueOf(job.substring(job.lastIndexOf('/') + 1)));

        TestDatabase.await(fixture.worker.look());

        assertThat(fixture.client.get(job).json().getString("state")).isEqualTo("cancelled");
        JsonObject counts = fixture.client
                .get("/api/v1/doubts/counts?runId=" + fixture.lanes.runId)
                .json();
        assertThat(counts.getInteger("closed")).isEqualTo(200);
        assertThat(counts.getInteger("open")).isEqualTo(250);
    }
}
