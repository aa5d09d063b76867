package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.mailing.SteeringStore;
import io.postrider.message.MessageState;
import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import io.postrider.sender.Duty;
import io.postrider.sender.ErrorRule;
import io.postrider.sender.ErrorRules;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class ErrorBehaviourTest {
    private static final ErrorRules SLOW = Behaviour.rules(ErrorRule.Ending.REFUSE, 0, Duration.ofMinutes(5));
    private final LaneFixture fixture;

    ErrorBehaviourTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.fixture = new LaneFixture(vertx, address, ids);
    }

    @AfterEach
    void rollupsEqualTheFacts() {
        fixture.assertRecount();
        fixture.close();
    }

    private static Outcome busy(Submission message) {
        return new Outcome.Rejected(message.token(), ErrorClass.TEMPORARY, "0x00000008", "ESME_RSYSERR");
    }

    @Test
    void triesAreCountedOnThoughTheLaneIsKilledBetweenThem() throws Exception {
        fixture.messages(1);
        for (int tries = 1; tries <= 2; tries++) {
            LaneFixture.Running running = fixture.start(fixture.behaving(4, SLOW), ErrorBehaviourTest::busy);
            running.gateway().next();
            fixture.awaitCount(
                    1,
                    "select count(*) from dispatch_batch where sender_id = $1 and tries = $2 and not_before > now()",
                    fixture.senderId,
                    tries);
            TestDatabase.await(running.lane().abandon());
            assertThat(running.gateway().all()).hasSize(1);
            fixture.sql("update dispatch_batch set not_before = now() where sender_id = $1", fixture.senderId);
        }

        fixture.start(fixture.behaving(4, SLOW), ErrorBehaviourTest::busy);

        fixture.awaitStates(Map.of(MessageState.REFUSED, 1L));
        fixture.awaitNoBatch();
    }

    @Test
    void whatWasGivenBackUntriedHasAllItsTriesAndAllItsTime() throws Exception {
        fixture.messages(1);
        LaneFixture.Running running = fixture.start(fixture.sender(4, null), ErrorBehaviourTest::busy, 0);
        for (int i = 0; i < 4; i++) {
            fixture.awaitReleased();
            running.lane().obey(fixture.sender(4, null, Duty.PAUSED));
            fixture.awaitOneByOne(1);
            running.lane().obey(fixture.sender(4, null, Duty.ON));
        }
        assertThat(fixture.count(
                        "select count(*) from dispatch_batch where sender_id = $1 and begun_at is not null",
                        fixture.senderId))
                .isZero();
        running.gateway().hasRoom(10);

        fixture.awaitStates(Map.of(MessageState.REFUSED, 1L));
        assertThat(running.gateway().all()).hasSize(3);
    }

    @Test
    void afterItsValidityAMessageIsNotTriedAgain() throws Exception {
        fixture.messages(1);
        LaneFixture.Running first = fixture.start(fixture.behaving(4, SLOW), ErrorBehaviourTest::busy);
        first.gateway().next();
        fixture.awaitOneByOne(1);
        TestDatabase.await(first.lane().abandon());
        fixture.sql(
                "update dispatch_batch set begun_at = now() - interval '61 minutes', not_before = now(), tries = 1"
                        + " where sender_id = $1",
                fixture.senderId);

        LaneFixture.Running second = fixture.start(ErrorBehaviourTest::busy);

        fixture.awaitStates(Map.of(MessageState.EXPIRED, 1L));
        assertThat(second.gateway().all()).isEmpty();
    }

    @Test
    void aRuleMayLetTheMailingWaitAndNobodyIsLost() throws Exception {
        fixture.halts = new SteeringStore(fixture.database)::halt;
        AtomicBoolean mended = new AtomicBoolean();
        fixture.messages(5);
        LaneFixture.Running running = fixture.start(
                fixture.behaving(4, Behaviour.rules(ErrorRule.Ending.HALT, 0)),
                message -> mended.get()
                        ? ScriptedGateway.accepted(message)
                        : new Outcome.Rejected(message.token(), ErrorClass.PERMANENT, "0x00000401", "out of credit"));
        fixture.awaitCount(1, "select count(*) from mailing where id = $1 and state = 'paused'", fixture.senderId);
        fixture.awaitCount(
                0, "select count(*) from dispatch_batch where sender_id = $1 and not held", fixture.senderId);
        assertThat(fixture.count(
                        "select count(*) from run where id = $1 and paused_by like '%: out of credit'", fixture.runId))
                .isEqualTo(1);

        fixture.awaitNothingInFlight(running.lane());

        mended.set(true);
        fixture.sql("update mailing set state = 'running' where id = $1", fixture.senderId);
        fixture.sql("update dispatch_batch set held = false where sender_id = $1", fixture.senderId);
        running.lane().look();

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 5L));
    }

    @Test
    void anOperatorThatOnlyFailsIsLeftAloneAndTriedWithSingleMessages() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        fixture.messages(30);
        LaneFixture.Running running = fixture.start(
                fixture.behaving(4, Behaviour.rules(ErrorRule.Ending.REFUSE, 4, Duration.ofHours(1))),
                message -> taken.incrementAndGet() > 5 ? ScriptedGateway.accepted(message) : null);
        List<Submission> lost = running.gateway().next(4);
        lost.forEach(message -> running.gateway().says(new Outcome.Uncertain(message.token(), "no answer in time")));
        fixture.awaitStates(Map.of(MessageState.WAITING, 26L, MessageState.IN_DOUBT, 4L));
        assertThat(Objects.requireNonNull(running.lane().activity().broken()).reason())
                .isEqualTo("no answer in time");

        running.gateway().connectsAnew();
        Submission trial = running.gateway().next();
        fixture.awaitStates(Map.of(MessageState.WAITING, 26L, MessageState.IN_DOUBT, 4L));
        assertThat(running.gateway().all()).hasSize(5);
        running.gateway().says(ScriptedGateway.accepted(trial));

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 26L, MessageState.IN_DOUBT, 4L));
        assertThat(running.gateway().all()).extracting(Submission::token).doesNotHaveDuplicates();
    }
}
