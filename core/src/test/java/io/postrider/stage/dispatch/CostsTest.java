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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What messages cost, written down as their operator takes them. Prices are in millionths. */
@ExtendWith(TestDatabase.class)
final class CostsTest {
    private final DoubtFixture fixture;
    private final LaneFixture lanes;

    CostsTest(Vertx vertx, PostgresAddress address, Database database, Ids ids) {
        this.fixture = new DoubtFixture(vertx, address, database, ids);
        this.lanes = fixture.lanes;
    }

    @BeforeEach
    void aSenderHasPrices() {
        lanes.sql(
                "insert into sender_price_list (account_id, sender_id, currency, version) values (1, $1, 'KZT', 1)",
                lanes.senderId);
    }

    @AfterEach
    void rollupsEqualTheFactsAndTheEquationsHold() {
        fixture.close();
    }

    /** A price from a moment on, and the lanes know of it. */
    private void price(String prefix, long millionths, @Nullable Instant validFrom) {
        lanes.sql(
                "insert into sender_price (account_id, sender_id, prefix, price, valid_from) values (1, $1, $2, $3, $4)",
                lanes.senderId,
                prefix,
                millionths,
                validFrom == null ? null : validFrom.atOffset(ZoneOffset.UTC));
        lanes.sql("update sender_price_list set version = version + 1 where sender_id = $1", lanes.senderId);
        TestDatabase.await(lanes.prices.refresh());
    }

    private void assertCost(long millionths) {
        lanes.assertRecount();
        assertThat(lanes.count("select coalesce(sum(cost), 0)::bigint from run_hour where run_id = $1", lanes.runId))
                .isEqualTo(millionths);
        assertThat(lanes.count(
                        "select coalesce(sum(cost), 0)::bigint from message_event where run_id = $1", lanes.runId))
                .isEqualTo(millionths);
    }

    @Test
    void everyPartOfAMessageThatTheOperatorTakesCosts() {
        price("7", 500, null);
        lanes.messages(3);
        lanes.messages(2, 4, null);
        lanes.start(ScriptedGateway.ACCEPTS);
        lanes.awaitStates(Map.of(MessageState.SUBMITTED, 5L));

        assertCost(11 * 500);
        assertThat(lanes.count("select count(*) from message_event where run_id = $1 and cost = 2000", lanes.runId))
                .as("once a message")
                .isEqualTo(2);
    }

    @Test
    void whatIsRefusedCostsNothing() {
        price("7", 500, null);
        lanes.messages(2);
        lanes.start(message -> message.token() % 2 == 0
                ? ScriptedGateway.accepted(message)
                : new Outcome.Rejected(message.token(), ErrorClass.PERMANENT, "11", "no"));
        lanes.awaitStates(Map.of(MessageState.SUBMITTED, 1L, MessageState.REFUSED, 1L));

        assertCost(500);
    }

    @Test
    void anotherPriceHoldsForWhatIsTakenFromThenOnOverTheSameConnection() throws Exception {
        price("7", 500, null);
        LaneFixture.Running running = lanes.start(ScriptedGateway.ACCEPTS);
        lanes.messages(1);
        lanes.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        price("79", 700, null);
        lanes.messages(1);
        running.lane().look();
        lanes.awaitStates(Map.of(MessageState.SUBMITTED, 2L));

        assertCost(1200);
        assertThat(running.gateway().all()).hasSize(2);
    }

    @Test
    void phonesWithoutAPriceHaveNoCostAndAPriceOfNothingIsOne() {
        price("8", 500, null);
        lanes.messages(1);
        lanes.start(ScriptedGateway.ACCEPTS);
        lanes.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        assertThat(lanes.count("select count(cost) from message_event where run_id = $1", lanes.runId))
                .isZero();
        price("7", 0, null);
        lanes.messages(1);
        lanes.awaitStates(Map.of(MessageState.SUBMITTED, 2L));

        assertCost(0);
        assertThat(lanes.count("select count(cost) from message_event where run_id = $1", lanes.runId))
                .isEqualTo(1);
    }

    @Test
    void aReceiptThatEndsADoubtSaysThatItCosts() throws Exception {
        price("7", 500, null);
        Submission message = fixture.lost(1).get(0);
        assertCost(0);
        ScriptedGateway operator = lanes.start(ScriptedGateway.ACCEPTS).gateway();
        operator.receipt(ScriptedGateway.receipt("unknown", message.to(), ReceiptState.DELIVERED));
        assertThat(lanes.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));

        assertCost(500);
    }

    @Test
    void twoTriesThatTheOperatorTookCostTwiceThoughOneMessageMoved() throws Exception {
        price("7", 500, null);
        Submission message = fixture.lost(1).get(0);
        fixture.sendAgain(message);
        ScriptedGateway operator = lanes.start(ScriptedGateway.ACCEPTS).gateway();
        operator.next();
        lanes.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        assertCost(500);
        operator.receipt(ScriptedGateway.receipt("unknown", message.to(), ReceiptState.DELIVERED));
        assertThat(lanes.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));

        assertCost(1000);
    }

    @Test
    void aLaneThatTakesOverDoesNotCountATryTwice() throws Exception {
        price("7", 500, null);
        lanes.messages(1, 2, null);
        LaneFixture.Running first = lanes.start(ScriptedGateway.ACCEPTS);
        Submission message = first.gateway().next();
        lanes.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        TestDatabase.await(first.lane().abandon());
        ScriptedGateway second = lanes.start(ScriptedGateway.ACCEPTS).gateway();
        second.receipt(
                ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED),
                ScriptedGateway.receipt(message, 2, ReceiptState.DELIVERED));
        assertThat(lanes.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));

        assertCost(1000);
    }
}
