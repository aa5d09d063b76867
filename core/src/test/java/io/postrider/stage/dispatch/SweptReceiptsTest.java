package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.message.SweepStore;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import io.postrider.queue.LocalQueue;
import io.postrider.stage.receipt.Sweeper;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class SweptReceiptsTest {
    private static final Duration DAY = Duration.ofDays(1);
    private final LaneFixture fixture;
    private final Vertx vertx;

    SweptReceiptsTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.vertx = vertx;
        this.fixture = new LaneFixture(vertx, address, ids);
    }

    @AfterEach
    void rollupsEqualTheFacts() {
        fixture.assertRecount();
        fixture.close();
    }

    @Test
    void aMessageWithoutAReceiptIsGivenUpAndALateReceiptStillCounts() throws Exception {
        fixture.messages(3);
        LaneFixture.Running first = fixture.start(ScriptedGateway.ACCEPTS);
        List<Submission> messages = first.gateway().next(3);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 3L));
        first.gateway().receipt(ScriptedGateway.receipt(messages.get(0), 1, ReceiptState.DELIVERED));
        TestDatabase.await(first.lane().stop(DAY));

        sweepAfter(DAY);
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.SUBMITTED, 2L, MessageState.DELIVERED, 1L));
        sweepAfter(DAY.multipliedBy(2).plusHours(2));
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.NO_RECEIPT, 2L, MessageState.DELIVERED, 1L));

        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        operator.receipt(ScriptedGateway.receipt(messages.get(1), 1, ReceiptState.DELIVERED));
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.NO_RECEIPT, 1L, MessageState.DELIVERED, 2L));
    }

    @Test
    void aReceiptThatCameBeforeTheDoubtIsJoinedLater() throws Exception {
        fixture.messages(1);
        LaneFixture.Running running = fixture.start(ScriptedGateway.SILENT);
        Submission message = running.gateway().next();
        running.gateway().receipt(ScriptedGateway.receipt("unknown", message.to(), ReceiptState.DELIVERED));
        running.gateway().says(new Outcome.Uncertain(message.token(), "no answer"));
        fixture.awaitStates(Map.of(MessageState.IN_DOUBT, 1L));

        sweepAfter(Duration.ZERO);
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.IN_DOUBT, 1L));
        sweepAfter(Duration.ofMinutes(7));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
        assertThat(fixture.count("select count(*) from receipt_parked where sender_id = $1", fixture.senderId))
                .isZero();
    }

    private void sweepAfter(Duration passed) {
        Sweeper sweeper = new Sweeper(
                new SweepStore(fixture.database),
                fixture.prices,
                new LocalQueue(vertx),
                Clock.offset(Clock.systemUTC(), passed),
                DAY,
                Duration.ofMinutes(6),
                Duration.ofDays(30));
        TestDatabase.await(sweeper.sweep());
    }
}
