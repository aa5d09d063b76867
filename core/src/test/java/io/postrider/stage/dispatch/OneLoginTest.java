package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.message.SweepStore;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import io.postrider.queue.LocalQueue;
import io.postrider.queue.Topic;
import io.postrider.stage.receipt.Sweeper;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two senders with one login at an operator, who sends receipts to any connection of that login. */
@ExtendWith(TestDatabase.class)
final class OneLoginTest {
    private static final long APART = 2_000_000;
    private static final String PARKED = "select count(*) from receipt_parked where sender_id = $1";
    private static final String DOUBTS = "select count(*) from message_doubt where message_id = $1 and state = 'open'";
    private static final String WRITTEN =
            "select count(*) from message_event where run_id = $1 and to_state = 2 and sender_id = $2";
    private final Vertx vertx;
    private final LaneFixture fixture;
    private final long other;

    OneLoginTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.vertx = vertx;
        this.fixture = new LaneFixture(vertx, address, ids);
        this.other = fixture.senderId + APART;
    }

    @BeforeEach
    void firstSender() {
        LaneSenders.write(fixture, fixture.senderId);
    }

    @AfterEach
    void rollupsEqualTheFacts() {
        fixture.assertRecount();
        LaneSenders.drop(fixture, fixture.senderId, other);
        fixture.close();
    }

    private LaneFixture.Running other(Function<Submission, @Nullable Outcome> script) {
        return fixture.start(fixture.sender(1000, null).stored(other, 1), script);
    }

    @Test
    void aReceiptFindsItsMessageWhicheverConnectionItComesTo() throws Exception {
        LaneSenders.write(fixture, other);
        fixture.messages(3);
        List<Submission> messages =
                fixture.start(ScriptedGateway.ACCEPTS).gateway().next(3);
        ScriptedGateway elsewhere = other(ScriptedGateway.ACCEPTS).gateway();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 3L));

        elsewhere.receipt(
                ScriptedGateway.receipt(messages.get(0), 1, ReceiptState.DELIVERED),
                ScriptedGateway.receipt(messages.get(1), 1, ReceiptState.DELIVERED));

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L, MessageState.DELIVERED, 2L));
        assertThat(fixture.count(WRITTEN, fixture.runId, fixture.senderId)).isEqualTo(2);
        fixture.awaitCount(0, PARKED, fixture.senderId);
        assertThat(fixture.count(PARKED, other)).isZero();
    }

    @Test
    void partsWhoseReceiptsComeToTwoConnectionsAreOneMessage() throws Exception {
        LaneSenders.write(fixture, other);
        fixture.messages(1, 2, null);
        LaneFixture.Running own = fixture.start(ScriptedGateway.ACCEPTS);
        Submission message = own.gateway().next();
        ScriptedGateway elsewhere = other(ScriptedGateway.ACCEPTS).gateway();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));

        own.gateway().receipt(ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED));
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.SUBMITTED, 1L));
        elsewhere.receipt(ScriptedGateway.receipt(message, 2, ReceiptState.DELIVERED));

        fixture.awaitStates(Map.of(MessageState.DELIVERED, 1L));
    }

    @Test
    void itWaitsWhileTheMessagesOwnSenderIsStopped() throws Exception {
        LaneSenders.write(fixture, other);
        fixture.messages(1);
        LaneFixture.Running own = fixture.start(ScriptedGateway.ACCEPTS);
        Submission message = own.gateway().next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        TestDatabase.await(own.lane().stop(Duration.ofSeconds(5)));

        other(ScriptedGateway.ACCEPTS)
                .gateway()
                .receipt(ScriptedGateway.receipt(message, 1, ReceiptState.UNDELIVERABLE));
        assertThat(fixture.count(PARKED, fixture.senderId)).isEqualTo(1);
        fixture.start(ScriptedGateway.ACCEPTS);

        fixture.awaitStates(Map.of(MessageState.UNDELIVERED, 1L));
    }

    @Test
    void theSweepJoinsWhatWasPassedOnToASenderThatStaysStopped() throws Exception {
        LaneSenders.write(fixture, other);
        fixture.messages(1);
        LaneFixture.Running own = fixture.start(ScriptedGateway.ACCEPTS);
        Submission message = own.gateway().next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        TestDatabase.await(own.lane().stop(Duration.ofSeconds(5)));
        other(ScriptedGateway.ACCEPTS).gateway().receipt(ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED));

        sweep(new LocalQueue(vertx), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(7)));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
        assertThat(fixture.count(PARKED, fixture.senderId)).isZero();
    }

    private void sweep(LocalQueue queue, Clock clock) {
        TestDatabase.await(new Sweeper(
                        new SweepStore(fixture.database),
                        fixture.prices,
                        queue,
                        clock,
                        Duration.ofDays(1),
                        Duration.ofMinutes(6),
                        Duration.ofDays(30))
                .sweep());
    }

    @Test
    void theIdOfAnotherMessageSettlesNoDoubt() throws Exception {
        LaneSenders.write(fixture, other);
        fixture.messages(1);
        Submission message = fixture.start(ScriptedGateway.ACCEPTS).gateway().next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        LaneFixture.Running elsewhere = other(ScriptedGateway.SILENT);
        long lost = lostByTheOther(elsewhere, message.to());

        elsewhere.gateway().receipt(ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED));

        fixture.awaitStates(Map.of(MessageState.DELIVERED, 1L));
        assertThat(fixture.count(DOUBTS, lost)).isEqualTo(1);
    }

    /** The other sender has a message to the same phone of which nobody knows whether it arrived. */
    private long lostByTheOther(LaneFixture.Running elsewhere, String phone) throws Exception {
        long id = fixture.message(fixture.anotherRun(null), other, Long.parseLong(phone));
        elsewhere.lane().look();
        Submission lost = elsewhere.gateway().next();
        elsewhere.gateway().says(new Outcome.Uncertain(lost.token(), "no answer"));
        fixture.awaitCount(1, DOUBTS, id);
        return id;
    }

    @Test
    void anotherPhoneOrAnotherGatewayOrTheSimulatorIsNoSibling() throws Exception {
        fixture.messages(1);
        Submission message = fixture.start(ScriptedGateway.ACCEPTS).gateway().next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        ScriptedGateway elsewhere = other(ScriptedGateway.ACCEPTS).gateway();

        LaneSenders.write(fixture, other);
        elsewhere.receipt(ScriptedGateway.receipt(
                ScriptedGateway.key(message.token(), 1), "79990000000", ReceiptState.DELIVERED));
        fixture.sql("update sender set gateway = 'http' where id = $1", other);
        elsewhere.receipt(ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED));
        fixture.sql("update sender set gateway = 'scripted', rehearsal = true where id = $1", other);
        elsewhere.receipt(ScriptedGateway.receipt(message, 1, ReceiptState.UNDELIVERABLE));

        assertThat(fixture.count(PARKED, other)).isEqualTo(3);
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.SUBMITTED, 1L));
    }

    @Test
    void aReceiptThatCameBeforeTheOperatorsAnswerIsPassedOnByTheSweep() throws Exception {
        LaneSenders.write(fixture, other);
        fixture.messages(1);
        LaneFixture.Running own = fixture.start(ScriptedGateway.SILENT);
        Submission message = own.gateway().next();
        other(ScriptedGateway.ACCEPTS).gateway().receipt(ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED));
        own.gateway().says(ScriptedGateway.accepted(message));
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        LocalQueue queue = new LocalQueue(vertx);
        Promise<Long> hinted = Promise.promise();
        queue.subscribe(Topic.MESSAGES_READY, sender -> hinted.tryComplete(sender));

        sweep(queue, Clock.systemUTC());

        assertThat(TestDatabase.await(hinted.future())).isEqualTo(fixture.senderId);
        fixture.awaitStates(Map.of(MessageState.DELIVERED, 1L));
    }
}
