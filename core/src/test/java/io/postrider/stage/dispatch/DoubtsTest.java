package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
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

/** What people can do about a message in doubt, from the request to the operator and back. */
@ExtendWith(TestDatabase.class)
final class DoubtsTest {
    private final DoubtFixture fixture;

    DoubtsTest(Vertx vertx, PostgresAddress address, Database database, Ids ids) {
        this.fixture = new DoubtFixture(vertx, address, database, ids);
    }

    @AfterEach
    void rollupsEqualTheFactsAndTheEquationsHold() {
        fixture.close();
    }

    @Test
    void aMessageInDoubtIsSentAgainAndItsTraceSaysWhoWantedIt() throws Exception {
        List<Submission> messages = fixture.lost(2);
        assertThat(fixture.doubts("open")).hasSize(2);

        assertThat(fixture.sendAgain(messages.get(0)).status()).isEqualTo(200);
        assertThat(fixture.doubts("sending"))
                .containsExactly(Long.toString(messages.get(0).token()));
        assertThat(fixture.sendAgain(messages.get(0)).code()).isEqualTo("doubt-sending");
        ScriptedGateway operator = fixture.lanes.start(ScriptedGateway.ACCEPTS).gateway();
        Submission again = operator.next();
        fixture.lanes.awaitStates(Map.of(MessageState.IN_DOUBT, 1L, MessageState.SUBMITTED, 1L));
        operator.receipt(ScriptedGateway.receipt(again, 1, ReceiptState.DELIVERED));

        assertThat(again.to()).isEqualTo(messages.get(0).to());
        assertThat(fixture.lanes.states()).isEqualTo(Map.of(MessageState.IN_DOUBT, 1L, MessageState.DELIVERED, 1L));
        assertThat(fixture.story(messages.get(0)))
                .containsExactly(
                        "1 in-doubt in-doubt",
                        "1 sent-again in-doubt by API key marketer",
                        "2 accepted submitted",
                        "2 receipt delivered");
        assertThat(fixture.doubts("open"))
                .containsExactly(Long.toString(messages.get(1).token()));
        assertThat(fixture.sendAgain(messages.get(0)).code()).isEqualTo("doubt-settled");
        assertThat(operator.all()).hasSize(1);
    }

    @Test
    void aClosedDoubtStaysInDoubtUntilAReceiptTellsTheTruth() throws Exception {
        Submission message = fixture.lost(1).get(0);
        String close = "/api/v1/doubts/" + message.token() + "/close";

        assertThat(fixture.client.post(close, new JsonObject()).status()).isEqualTo(200);
        assertThat(fixture.client.post(close, new JsonObject()).code()).isEqualTo("doubt-closed");
        assertThat(fixture.lanes.states()).isEqualTo(Map.of(MessageState.IN_DOUBT, 1L));
        assertThat(fixture.doubts("closed")).hasSize(1);
        ScriptedGateway operator = fixture.lanes.start(ScriptedGateway.ACCEPTS).gateway();
        operator.receipt(ScriptedGateway.receipt("unknown", message.to(), ReceiptState.DELIVERED));

        assertThat(fixture.lanes.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
        assertThat(fixture.doubts("closed")).isEmpty();
        assertThat(fixture.story(message))
                .containsExactly(
                        "1 in-doubt in-doubt",
                        "1 closed in-doubt by API key marketer",
                        "1 accepted submitted",
                        "1 receipt delivered");
        assertThat(operator.all()).isEmpty();
    }

    @Test
    void aLateAnswerOfTheFirstTryIsNotTakenForTheSecond() throws Exception {
        fixture.lanes.messages(1);
        ScriptedGateway operator = fixture.lanes
                .start(message ->
                        message.token() < 1L << 48 ? new Outcome.Uncertain(message.token(), "no answer in 30 s") : null)
                .gateway();
        Submission first = operator.next();
        fixture.lanes.awaitStates(Map.of(MessageState.IN_DOUBT, 1L));
        assertThat(fixture.sendAgain(first).status()).isEqualTo(200);
        Submission second = operator.next();

        operator.says(ScriptedGateway.accepted(first));
        fixture.lanes.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        operator.says(ScriptedGateway.accepted(second));
        operator.receipt(ScriptedGateway.receipt(first, 1, ReceiptState.UNDELIVERABLE));
        assertThat(fixture.lanes.states()).isEqualTo(Map.of(MessageState.SUBMITTED, 1L));
        operator.receipt(ScriptedGateway.receipt(second, 1, ReceiptState.UNDELIVERABLE));
        assertThat(fixture.lanes.states()).isEqualTo(Map.of(MessageState.UNDELIVERED, 1L));
        operator.receipt(ScriptedGateway.receipt(first, 1, ReceiptState.DELIVERED));

        assertThat(fixture.lanes.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
        assertThat(fixture.story(first))
                .containsExactly(
                        "1 in-doubt in-doubt",
                        "1 sent-again in-doubt by API key marketer",
                        "1 accepted submitted",
                        "2 accepted submitted",
                        "1 receipt submitted 11",
                        "2 receipt undelivered 11",
                        "1 receipt delivered");
    }

    @Test
    void aReceiptOfTheFirstTryFindsItAlsoWhenTheSecondWasAccepted() throws Exception {
        Submission message = fixture.lost(1).get(0);
        fixture.sendAgain(message);
        ScriptedGateway operator = fixture.lanes.start(ScriptedGateway.ACCEPTS).gateway();
        operator.next();
        fixture.lanes.awaitStates(Map.of(MessageState.SUBMITTED, 1L));

        operator.receipt(ScriptedGateway.receipt("unknown", message.to(), ReceiptState.DELIVERED));

        assertThat(fixture.lanes.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
        assertThat(fixture.lanes.count(
                        "select count(*) from receipt_parked where sender_id = $1", fixture.lanes.senderId))
                .isZero();
        assertThat(fixture.lanes.count(
                        "select count(distinct operator_key) from message_event where run_id = $1 and kind = 1",
                        fixture.lanes.runId))
                .isEqualTo(2);
    }

    @Test
    void whatIsAnsweredBeforeItIsReleasedIsNotSentAgain() throws Exception {
        Submission message = fixture.lost(1).get(0);
        assertThat(fixture.sendAgain(message).status()).isEqualTo(200);
        LaneFixture.Running waiting = fixture.lanes.start(fixture.lanes.sender(0, null), ScriptedGateway.ACCEPTS);
        waiting.gateway().receipt(ScriptedGateway.receipt("unknown", message.to(), ReceiptState.DELIVERED));
        TestDatabase.await(waiting.lane().abandon());

        ScriptedGateway operator = fixture.lanes.start(ScriptedGateway.ACCEPTS).gateway();
        fixture.lanes.awaitNoBatch();

        assertThat(operator.all()).isEmpty();
        assertThat(fixture.lanes.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
        assertThat(fixture.story(message)).endsWith("2 withheld delivered answered");
    }

    @Test
    void aServerKilledWhileItSendsAgainLeavesTheSecondTryInDoubtAndSendsNothingByItself() throws Exception {
        Submission message = fixture.lost(1).get(0);
        assertThat(fixture.sendAgain(message).status()).isEqualTo(200);
        LaneFixture.Running killed = fixture.lanes.start(ScriptedGateway.SILENT);
        assertThat(killed.gateway().next().to()).isEqualTo(message.to());
        TestDatabase.await(killed.lane().abandon());

        ScriptedGateway operator = fixture.lanes.start(ScriptedGateway.ACCEPTS).gateway();
        fixture.lanes.awaitNoBatch();
        assertThat(fixture.doubts("open")).hasSize(1);
        assertThat(operator.all()).isEmpty();
        assertThat(fixture.sendAgain(message).status()).isEqualTo(200);
        operator.next();

        fixture.lanes.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        assertThat(fixture.story(message))
                .containsExactly(
                        "1 in-doubt in-doubt",
                        "1 sent-again in-doubt by API key marketer",
                        "2 in-doubt in-doubt",
                        "2 sent-again in-doubt by API key marketer",
                        "3 accepted submitted");
    }

    @Test
    void whoOptedOutMeanwhileIsNotWrittenToAgain() throws Exception {
        Submission message = fixture.lost(1).get(0);
        fixture.lanes.sql("update message set subscription_id = 4711 where run_id = $1", fixture.lanes.runId);
        assertThat(fixture.sendAgain(message).status()).isEqualTo(200);

        ScriptedGateway operator = fixture.lanes.start(ScriptedGateway.ACCEPTS).gateway();
        fixture.lanes.awaitNoBatch();

        assertThat(operator.all()).isEmpty();
        assertThat(fixture.story(message)).endsWith("2 withheld in-doubt no-longer-subscribed");
        assertThat(fixture.doubts("open")).hasSize(1);
        assertThat(fixture.lanes.count("select count(*) from message_exclusion where run_id = $1", fixture.lanes.runId))
                .isZero();
    }

    @Test
    void aMessageOutOfTimeGoesOnlyWhenSomebodySaysSo() throws Exception {
        Submission message = fixture.lost(1).get(0);
        fixture.lanes.sql(
                "update message set created_at = created_at - interval '2 days' where run_id = $1",
                fixture.lanes.runId);
        fixture.lanes.sql(
                "update run_hour set hour = hour - interval '2 days' where run_id = $1 and from_state = -1",
                fixture.lanes.runId);

        assertThat(fixture.sendAgain(message).code()).isEqualTo("doubt-too-late");
        assertThat(fixture.client
                        .post(
                                "/api/v1/doubts/" + message.token() + "/send-again",
                                new JsonObject().put("evenIfLate", true))
                        .status())
                .isEqualTo(200);

        fixture.lanes.start(ScriptedGateway.ACCEPTS);
        fixture.lanes.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
    }

    @Test
    void aSecondTryThatIsRefusedLeavesTheFirstInDoubt() throws Exception {
        Submission message = fixture.lost(1).get(0);
        fixture.sendAgain(message);

        fixture.lanes.start(one -> new Outcome.Rejected(one.token(), ErrorClass.PERMANENT, "11", "no such phone"));
        fixture.lanes.awaitNoBatch();

        assertThat(fixture.lanes.states()).isEqualTo(Map.of(MessageState.IN_DOUBT, 1L));
        assertThat(fixture.story(message)).endsWith("2 refused in-doubt 11");
        assertThat(fixture.doubts("open")).hasSize(1);
    }
}
