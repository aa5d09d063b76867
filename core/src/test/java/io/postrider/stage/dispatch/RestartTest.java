package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class RestartTest {
    private final LaneFixture fixture;
    private final Vertx vertx;

    RestartTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.vertx = vertx;
        this.fixture = new LaneFixture(vertx, address, ids);
    }

    @AfterEach
    void rollupsEqualTheFacts() {
        fixture.assertRecount();
        fixture.close();
    }

    @Test
    void whatWasReleasedWithoutAnOutcomeIsInDoubtAndTheRestGoesOn() throws Exception {
        long first = fixture.messages(100);
        LaneFixture.Running old = fixture.start(fixture.sender(40, null), ScriptedGateway.SILENT);
        old.gateway().next(40);
        TestDatabase.await(old.lane().abandon());

        LaneFixture.Running fresh = fixture.start(fixture.sender(40, null), ScriptedGateway.ACCEPTS);
        fixture.awaitStates(Map.of(MessageState.IN_DOUBT, 40L, MessageState.SUBMITTED, 60L));

        assertThat(fresh.gateway().all())
                .extracting(Submission::token)
                .containsExactlyElementsOf(
                        LongStream.range(first + 40, first + 100).boxed().toList());
    }

    @Test
    void anOldOwnersLateCommitFails() throws Exception {
        fixture.messages(1);
        LaneFixture.Running old = fixture.start(ScriptedGateway.SILENT);
        Submission message = old.gateway().next();

        fixture.start(ScriptedGateway.ACCEPTS);
        old.gateway().says(ScriptedGateway.accepted(message));
        Throwable end =
                TestDatabase.await(old.lane().ended().map((Throwable) null).recover(Future::succeededFuture));

        assertThat(end).isInstanceOf(StepRunner.LeaseLostException.class);
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.IN_DOUBT, 1L));
    }

    @Test
    void aReceiptResolvesTheOnlyDoubtOfItsPhone() throws Exception {
        fixture.messages(2);
        LaneFixture.Running old = fixture.start(ScriptedGateway.SILENT);
        List<Submission> messages = old.gateway().next(2);
        TestDatabase.await(old.lane().abandon());
        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();

        operator.receipt(ScriptedGateway.receipt("unknown", messages.get(0).to(), ReceiptState.DELIVERED));
        operator.receipt(ScriptedGateway.receipt("unknown", messages.get(0).to(), ReceiptState.DELIVERED));
        operator.receipt(ScriptedGateway.receipt("other", "79990000000", ReceiptState.DELIVERED));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L, MessageState.IN_DOUBT, 1L));
        assertThat(fixture.count("select count(*) from receipt_parked where sender_id = $1", fixture.senderId))
                .isEqualTo(1);
    }

    @Test
    void aLateAnswerResolvesADoubt() throws Exception {
        fixture.messages(2);
        ScriptedGateway operator = fixture.start(message -> new Outcome.Uncertain(message.token(), "no answer in 30 s"))
                .gateway();
        List<Submission> messages = operator.next(2);
        fixture.awaitStates(Map.of(MessageState.IN_DOUBT, 2L));

        operator.says(ScriptedGateway.accepted(messages.get(0)));

        fixture.awaitStates(Map.of(MessageState.IN_DOUBT, 1L, MessageState.SUBMITTED, 1L));
    }

    @Test
    void manyKillsAtAnyMomentSendNobodyTwiceAndForgetNobody() throws Exception {
        int count = 6000;
        for (int chunk = 0; chunk < 6; chunk++) {
            fixture.messages(count / 6);
        }
        Random random = new Random(7);
        List<Submission> submitted = new ArrayList<>();
        for (int life = 0; life < 25; life++) {
            LaneFixture.Running running = fixture.start(fixture.sender(100, null), ScriptedGateway.ACCEPTS);
            running.gateway().next();
            TestDatabase.await(vertx.timer(1 + random.nextInt(25), java.util.concurrent.TimeUnit.MILLISECONDS));
            TestDatabase.await(running.lane().abandon());
            submitted.addAll(running.gateway().all());
            // each life may have left a window in doubt; a commit of this one may still be on its way, so nobody asks
            // the database
            int surelyWaiting = count - submitted.size() - 100 * (life + 1);
            if (surelyWaiting < 500) {
                fixture.messages(500);
                count += 500;
            }
        }
        LaneFixture.Running last = fixture.start(ScriptedGateway.ACCEPTS);
        fixture.awaitNoBatch();
        submitted.addAll(last.gateway().all());

        Map<MessageState, Long> states = fixture.states();
        assertThat(submitted).extracting(Submission::token).doesNotHaveDuplicates();
        assertThat(states.getOrDefault(MessageState.SUBMITTED, 0L) + states.getOrDefault(MessageState.IN_DOUBT, 0L))
                .isEqualTo(count);
        assertThat(states.getOrDefault(MessageState.IN_DOUBT, 0L)).isLessThanOrEqualTo(25 * 100);
        assertThat((long) submitted.size()).isGreaterThanOrEqualTo(states.getOrDefault(MessageState.SUBMITTED, 0L));
    }
}
