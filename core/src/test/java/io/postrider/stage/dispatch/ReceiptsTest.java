package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class ReceiptsTest {
    private static final String PARKED = "select count(*) from receipt_parked where sender_id = $1";
    private final LaneFixture fixture;

    ReceiptsTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.fixture = new LaneFixture(vertx, address, ids);
    }

    @AfterEach
    void rollupsEqualTheFacts() {
        fixture.assertRecount();
        fixture.close();
    }

    @Test
    void theOperatorIsAnsweredWhenTheReceiptIsDurable() throws Exception {
        fixture.messages(1);
        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        Submission message = operator.next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));

        operator.receipt(ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
    }

    @Test
    void aReceiptBeforeTheSubmitResponseWaitsForIt() throws Exception {
        fixture.messages(1);
        ScriptedGateway operator = fixture.start(ScriptedGateway.SILENT).gateway();
        Submission message = operator.next();

        operator.receipt(ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED));
        assertThat(fixture.count(PARKED, fixture.senderId)).isEqualTo(1);
        operator.says(ScriptedGateway.accepted(message));

        fixture.awaitStates(Map.of(MessageState.DELIVERED, 1L));
        assertThat(fixture.count(PARKED, fixture.senderId)).isZero();
    }

    @Test
    void aReceiptAfterARestartIsFoundByItsOperatorId() throws Exception {
        fixture.messages(1);
        LaneFixture.Running old = fixture.start(ScriptedGateway.ACCEPTS);
        Submission message = old.gateway().next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        TestDatabase.await(old.lane().abandon());

        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        operator.receipt(ScriptedGateway.receipt(message, 1, ReceiptState.UNDELIVERABLE));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.UNDELIVERED, 1L));
    }

    @Test
    void doubledAndReversedReceiptsChangeNothing() throws Exception {
        fixture.messages(1);
        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        Submission message = operator.next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));

        Inbound.Receipt delivered = ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED);
        operator.receipt(delivered, delivered);
        operator.receipt(delivered);
        operator.receipt(ScriptedGateway.receipt(message, 1, ReceiptState.ENROUTE));
        operator.receipt(ScriptedGateway.receipt(message, 1, ReceiptState.EXPIRED));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
        assertThat(fixture.count(PARKED, fixture.senderId)).isZero();
    }

    @Test
    void aFailedPartDecidesUntilItArrivesAfterAll() throws Exception {
        fixture.messages(1, 2, null);
        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        Submission message = operator.next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));

        operator.receipt(ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED));
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.SUBMITTED, 1L));
        operator.receipt(ScriptedGateway.receipt(message, 2, ReceiptState.EXPIRED));
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.EXPIRED, 1L));
        operator.receipt(ScriptedGateway.receipt(message, 2, ReceiptState.DELIVERED));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
    }

    @Test
    void oneIdForALongTextSpeaksForAllItsPartsAlsoAfterARestart() throws Exception {
        fixture.messages(2, 3, null);
        LaneFixture.Running old =
                fixture.start(message -> new Outcome.Accepted(message.token(), List.of("one-" + message.token())));
        List<Submission> messages = old.gateway().next(2);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 2L));
        Submission first = messages.get(0);
        Submission second = messages.get(1);

        old.gateway().receipt(ScriptedGateway.receipt("one-" + first.token(), first.to(), ReceiptState.DELIVERED));
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.SUBMITTED, 1L, MessageState.DELIVERED, 1L));
        TestDatabase.await(old.lane().abandon());
        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        operator.receipt(ScriptedGateway.receipt("one-" + second.token(), second.to(), ReceiptState.DELIVERED));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.DELIVERED, 2L));
    }

    @Test
    void moreIdsThanPartsAreAllWaitedForAlsoAfterARestart() throws Exception {
        fixture.messages(1);
        LaneFixture.Running old = fixture.start(message -> new Outcome.Accepted(message.token(), List.of("x", "y")));
        Submission message = old.gateway().next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        TestDatabase.await(old.lane().abandon());

        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        operator.receipt(ScriptedGateway.receipt("y", message.to(), ReceiptState.DELIVERED));
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.SUBMITTED, 1L));
        operator.receipt(ScriptedGateway.receipt("x", message.to(), ReceiptState.DELIVERED));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
    }

    @Test
    void aReceiptOfNobodyIsParkedAndAReplyIsKept() throws Exception {
        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();

        operator.receipt(ScriptedGateway.receipt("stranger", "79001112233", ReceiptState.DELIVERED));
        operator.inbound(List.of(new Inbound.Reply("79001112233", "SHOP", "STOP\0", Instant.now())))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);

        assertThat(fixture.count(PARKED, fixture.senderId)).isEqualTo(1);
        assertThat(fixture.count(
                        "select count(*) from reply where sender_id = $1 and text = 'STOP' and contact_key = 79001112233",
                        fixture.senderId))
                .isEqualTo(1);
    }

    @Test
    void aReceiptOfNobodyThatTheOperatorSendsAgainIsParkedOnce() throws Exception {
        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        Inbound.Receipt receipt = ScriptedGateway.receipt("stranger", "79001112233", ReceiptState.DELIVERED);

        operator.receipt(receipt, receipt);
        operator.receipt(receipt);
        operator.receipt(ScriptedGateway.receipt("stranger", "79001112233", ReceiptState.EXPIRED));

        assertThat(fixture.count(PARKED, fixture.senderId)).isEqualTo(2);
    }
}
