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
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the policy of a sender does about its messages in doubt. */
@ExtendWith(TestDatabase.class)
final class DoubtPolicyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final DoubtFixture fixture;

    DoubtPolicyTest(Vertx vertx, PostgresAddress address, Database database, Ids ids) {
        this.fixture = new DoubtFixture(vertx, address, database, ids);
    }

    @AfterEach
    void rollupsEqualTheFactsAndTheEquationsHold() {
        fixture.close();
    }

    private void sendAgain(int tries) {
        fixture.lanes.sql(
                "update sender set doubt_action = 'send-again', doubt_minutes = 10, doubt_tries = $2, doubt_since = now()"
                        + " where id = $1",
                fixture.lanes.senderId,
                tries);
    }

    /** Looks so many minutes after now. */
    private void look(int minutes) {
        fixture.lanes.clock.ahead = MINUTE.multipliedBy(minutes);
        TestDatabase.await(fixture.keeper.look());
    }

    /** The lane of another server takes over what is waiting and loses the answers, too. */
    private void lostAgain(Submission message) throws Exception {
        LaneFixture.Running killed = fixture.lanes.start(ScriptedGateway.SILENT);
        assertThat(killed.gateway().next().to()).isEqualTo(message.to());
        TestDatabase.await(killed.lane().abandon());
        TestDatabase.await(fixture.lanes.start(ScriptedGateway.SILENT).lane().abandon());
        fixture.lanes.awaitNoBatch();
    }

    private long batches() {
        return fixture.lanes.count("select count(*) from dispatch_batch where sender_id = $1", fixture.lanes.senderId);
    }

    @Test
    void aSenderHoldsMessagesInDoubtUnlessItIsToldOtherwise() throws Exception {
        fixture.lost(2);

        look(24 * 60);

        assertThat(fixture.doubts("open")).hasSize(2);
        assertThat(batches()).isZero();
    }

    @Test
    void aMessageIsSentAgainOnceTheDelayIsOverAndItsTraceSaysThatThePolicyDecided() throws Exception {
        sendAgain(1);
        Submission message = fixture.lost(1).get(0);

        look(9);
        assertThat(fixture.doubts("open")).hasSize(1);
        look(11);
        look(12);
        assertThat(fixture.doubts("sending")).hasSize(1);
        ScriptedGateway operator = fixture.lanes.start(ScriptedGateway.ACCEPTS).gateway();
        operator.next();
        fixture.lanes.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        look(60);

        assertThat(operator.all()).hasSize(1);
        assertThat(fixture.story(message))
                .containsExactly("1 in-doubt in-doubt", "1 sent-again in-doubt", "2 accepted submitted");
        assertThat(fixture.lanes.count(
                        "select count(*) from doubt_decision where user_id is null and login = '' and id in (select"
                                + " code::bigint from message_event where run_id = $1 and kind = 9)",
                        fixture.lanes.runId))
                .isEqualTo(1);
    }

    @Test
    void aMessageThatIsInDoubtAgainIsLeftToPeople() throws Exception {
        sendAgain(1);
        Submission message = fixture.lost(1).get(0);
        look(11);
        lostAgain(message);
        assertThat(fixture.doubts("open")).hasSize(1);

        look(60);

        assertThat(batches()).isZero();
        assertThat(fixture.doubts("open")).hasSize(1);
        assertThat(fixture.story(message))
                .containsExactly("1 in-doubt in-doubt", "1 sent-again in-doubt", "2 in-doubt in-doubt");
    }

    @Test
    void ofTwoFurtherTriesTheSecondWaitsForItsOwnDelay() throws Exception {
        sendAgain(2);
        Submission message = fixture.lost(1).get(0);
        look(11);
        lostAgain(message);

        look(20);
        assertThat(batches()).isZero();
        look(22);
        assertThat(batches()).isEqualTo(1);
        lostAgain(message);
        look(60);

        assertThat(batches()).isZero();
        assertThat(fixture.doubts("open")).hasSize(1);
    }

    @Test
    void aTryThatAPersonWantedCountsToo() throws Exception {
        sendAgain(1);
        Submission message = fixture.lost(1).get(0);
        assertThat(fixture.sendAgain(message).status()).isEqualTo(200);
        lostAgain(message);

        look(60);

        assertThat(batches()).isZero();
    }

    @Test
    void aReceiptThatComesWithinTheDelayWins() throws Exception {
        sendAgain(1);
        Submission message = fixture.lost(1).get(0);
        ScriptedGateway operator = fixture.lanes.start(ScriptedGateway.ACCEPTS).gateway();
        operator.receipt(ScriptedGateway.receipt("unknown", message.to(), ReceiptState.DELIVERED));

        look(60);

        assertThat(batches()).isZero();
        assertThat(operator.all()).isEmpty();
        assertThat(fixture.lanes.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
    }

    @Test
    void nothingOfAStoppedRunIsSentAndPeopleDecide() throws Exception {
        sendAgain(1);
        fixture.lost(1);
        fixture.lanes.sql("update run set stopped = true where id = $1", fixture.lanes.runId);

        look(11);

        assertThat(batches()).isZero();
        assertThat(fixture.doubts("open")).hasSize(1);
        assertThat(fixture.lanes.count(
                        "select count(*) from message_doubt where sender_id = $1 and waits_since is not null",
                        fixture.lanes.senderId))
                .isZero();
    }

    @Test
    void whatIsOutOfTimeIsLeftToPeople() throws Exception {
        sendAgain(1);
        fixture.lost(1);

        look(25 * 60);

        assertThat(batches()).isZero();
        assertThat(fixture.doubts("open")).hasSize(1);
    }

    @Test
    void whatAPersonClosedOrWasInDoubtBeforeThePolicyStaysAsItIs() throws Exception {
        List<Submission> messages = fixture.lost(2);
        sendAgain(1);
        fixture.lanes.sql(
                "update sender set doubt_since = now() - interval '1 hour' where id = $1", fixture.lanes.senderId);
        fixture.client.post("/api/v1/doubts/" + messages.get(0).token() + "/close", new JsonObject());
        fixture.lanes.sql(
                "update message_doubt set waits_since = waits_since - interval '2 hours' where message_id = $1",
                messages.get(1).token());

        look(60);

        assertThat(batches()).isZero();
        assertThat(fixture.doubts("closed")).hasSize(1);
    }

    @Test
    void aFurtherTryThatIsRefusedIsNotFollowedByAnother() throws Exception {
        sendAgain(3);
        Submission message = fixture.lost(1).get(0);
        look(11);
        fixture.lanes.start(one -> new Outcome.Rejected(one.token(), ErrorClass.PERMANENT, "11", "no such phone"));
        fixture.lanes.awaitNoBatch();

        look(60);

        assertThat(fixture.story(message)).endsWith("2 refused in-doubt 11");
        assertThat(batches()).isZero();
    }

    @Test
    void twoServersThatLookAtOnceSendEveryMessageAgainOnce() throws Exception {
        sendAgain(1);
        fixture.lost(450);
        fixture.lanes.clock.ahead = Duration.ofMinutes(11);

        TestDatabase.await(Future.all(fixture.keeper.look(), fixture.keeper.look()));

        assertThat(fixture.doubts("open")).isEmpty();
        assertThat(batches()).isEqualTo(450);
        assertThat(fixture.lanes.count(
                        "select count(*) from message_event where run_id = $1 and kind = 9", fixture.lanes.runId))
                .isEqualTo(450);
    }
}
