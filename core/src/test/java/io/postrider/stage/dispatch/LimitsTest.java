package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import io.postrider.sender.Duty;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class LimitsTest {
    private final LaneFixture fixture;
    private final Vertx vertx;

    LimitsTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.vertx = vertx;
        this.fixture = new LaneFixture(vertx, address, ids);
    }

    @AfterEach
    void rollupsEqualTheFacts() {
        fixture.assertRecount();
        fixture.close();
    }

    @Test
    void theWindowIsNeverExceeded() throws Exception {
        fixture.messages(200);
        ScriptedGateway operator =
                fixture.start(fixture.sender(40, null), ScriptedGateway.SILENT).gateway();

        List<Submission> first = operator.next(40);
        assertThat(fixture.count(
                        "select sum(released - first_id + 1)::bigint from dispatch_batch where sender_id = $1",
                        fixture.senderId))
                .isEqualTo(40);
        operator.says(ScriptedGateway.accepted(first.get(0)), ScriptedGateway.accepted(first.get(1)));
        operator.next(2);
        fixture.awaitStates(Map.of(MessageState.WAITING, 198L, MessageState.SUBMITTED, 2L));

        assertThat(operator.all()).hasSize(42);
    }

    @Test
    void refusedForNowIsTriedAgainAndThenRefused() throws Exception {
        long first = fixture.messages(2);
        AtomicInteger tries = new AtomicInteger();
        ScriptedGateway operator = fixture.start(message -> {
                    boolean busy = message.token() == first || tries.getAndIncrement() == 0;
                    return busy
                            ? new Outcome.Rejected(message.token(), ErrorClass.TEMPORARY, "0x00000008", "system error")
                            : ScriptedGateway.accepted(message);
                })
                .gateway();

        fixture.awaitStates(Map.of(MessageState.REFUSED, 1L, MessageState.SUBMITTED, 1L));

        assertThat(operator.all()).hasSize(3 + 2);
        fixture.awaitNoBatch();
    }

    @Test
    void refusedForGoodIsNotTriedAgain() throws Exception {
        fixture.messages(1);
        LaneFixture.Running running = fixture.start(message ->
                new Outcome.Rejected(message.token(), ErrorClass.PERMANENT, "0x0000000b", "invalid destination"));

        fixture.awaitStates(Map.of(MessageState.REFUSED, 1L));

        assertThat(running.gateway().all()).hasSize(1);
        assertThat(running.lane().activity().troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.code()).isEqualTo("0x0000000b"));
    }

    @Test
    void aFullOperatorIsOfferedTheSameMessageAgain() throws Exception {
        fixture.messages(5);
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        ScriptedGateway operator = fixture.start(message -> seen.add(message.token())
                        ? new Outcome.Throttled(message.token(), Duration.ofMillis(20))
                        : ScriptedGateway.accepted(message))
                .gateway();

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 5L));

        assertThat(operator.all()).hasSize(10);
    }

    @Test
    void aFurtherTryOfAPausedMailingWaitsForItToGoOn() throws Exception {
        fixture.messages(1);
        LaneFixture.Running running = fixture.start(ScriptedGateway.SILENT);
        Submission message = running.gateway().next();
        fixture.sql("update mailing set state = 'paused' where id = $1", fixture.senderId);
        fixture.sql("update dispatch_batch set held = true where sender_id = $1", fixture.senderId);

        running.gateway()
                .says(new Outcome.Rejected(message.token(), ErrorClass.TEMPORARY, "0x00000008", "system error"));
        fixture.awaitBatches("attempt = 2 and held");

        fixture.sql("update dispatch_batch set held = false where sender_id = $1", fixture.senderId);
        running.lane().look();
        running.gateway().next();
    }

    @Test
    void aClockThatIsSetForwardsAndBackHoldsNothingUp() {
        fixture.messages(1);
        fixture.clock.ahead = Duration.ofHours(3);
        fixture.start(ScriptedGateway.ACCEPTS);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        fixture.messages(1);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 2L));

        fixture.clock.ahead = Duration.ofHours(-2);
        fixture.messages(1);

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 3L));
    }

    @Test
    void aClockThatIsSetBackDoesNotHoldUpAMailingWithItsOwnLimit() throws Exception {
        long run = fixture.anotherRun(20);
        fixture.messages(run, 5, 1);
        LaneFixture.Running running = fixture.start(ScriptedGateway.ACCEPTS);
        running.gateway().next();

        fixture.clock.ahead = Duration.ofHours(-2);
        fixture.messages(run, 5, 3);
        running.lane().look();

        assertThat(running.gateway().next(3)).hasSize(3);
    }

    @Test
    void aStoppedRunAndLeaversAreLeftOutAndHeldBatchesWait() throws Exception {
        fixture.messages(3);
        fixture.sql("update dispatch_batch set held = true where sender_id = $1", fixture.senderId);
        LaneFixture.Running running = fixture.start(ScriptedGateway.ACCEPTS);
        fixture.sql("update run set stopped = true where id = $1", fixture.runId);
        TestDatabase.await(vertx.timer(50, TimeUnit.MILLISECONDS));
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.WAITING, 3L));

        fixture.sql("update dispatch_batch set held = false where sender_id = $1", fixture.senderId);
        running.lane().look();

        fixture.awaitStates(Map.of(MessageState.EXCLUDED, 3L));
        assertThat(running.gateway().all()).isEmpty();
        assertThat(fixture.count("select n from run_exclusion where run_id = $1 and reason = 'stopped'", fixture.runId))
                .isEqualTo(3);
        fixture.awaitNoBatch();
    }

    @Test
    void whoeverUnsubscribedAfterRenderingIsLeftOut() throws Exception {
        long first = fixture.messages(2);
        fixture.sql(
                "insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact,"
                        + " contact_key, status, source, created_at, updated_at)"
                        + " values (1, $1, 1, 'sms', 1, $1, 'x', $1, 1, 'test', now(), now())",
                first);
        fixture.sql("update message set subscription_id = $1 where run_id = $2 and id = $1", first, fixture.runId);

        LaneFixture.Running running = fixture.start(ScriptedGateway.ACCEPTS);

        fixture.awaitStates(Map.of(MessageState.EXCLUDED, 1L, MessageState.SUBMITTED, 1L));
        assertThat(running.gateway().all()).extracting(Submission::token).containsExactly(first + 1);
    }

    @Test
    void whatIsTooLateIsNotSent() throws Exception {
        fixture.messages(4, 1, Instant.now().minusSeconds(1));

        LaneFixture.Running running = fixture.start(ScriptedGateway.ACCEPTS);

        fixture.awaitStates(Map.of(MessageState.EXPIRED, 4L));
        assertThat(running.gateway().all()).isEmpty();
        fixture.awaitNoBatch();
    }

    @Test
    void aStoppedLaneGivesBackWhatItNeverHandedOver() throws Exception {
        fixture.messages(10);
        LaneFixture.Running first = fixture.start(fixture.sender(8, null), ScriptedGateway.ACCEPTS, 0);
        fixture.awaitReleased();
        TestDatabase.await(first.lane().stop(Duration.ofSeconds(1)));

        LaneFixture.Running second = fixture.start(ScriptedGateway.ACCEPTS);

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 10L));
        assertThat(first.gateway().all()).isEmpty();
        assertThat(second.gateway().all()).hasSize(10);
    }

    @Test
    void aPausedLaneKeepsItsConnectionAndGivesBackWhatItHadNotHandedOver() throws Exception {
        fixture.messages(10);
        LaneFixture.Running running = fixture.start(fixture.sender(8, null), ScriptedGateway.ACCEPTS, 0);
        fixture.awaitReleased();

        running.lane().obey(fixture.sender(8, null, Duty.PAUSED));
        running.gateway().hasRoom(100);
        fixture.awaitOneByOne(4);
        assertThat(running.gateway().all()).isEmpty();
        running.lane().obey(fixture.sender(8, null, Duty.ON));

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 10L));
        assertThat(running.gateway().all()).hasSize(10);
        fixture.awaitNoBatch();
    }

    /** As a person does it. */
    private void steer(String state, boolean held) {
        TestDatabase.await(fixture.database.inTransaction(transaction -> Database.query(
                        transaction, "update mailing set state = $2 where id = $1", fixture.senderId, state)
                .compose(ignored -> Database.query(
                        transaction,
                        "update dispatch_batch set held = $2 where sender_id = $1",
                        fixture.senderId,
                        held))));
    }

    @Test
    void whatThePausedMailingHadNotHandedOverGoesBackAndWaits() throws Exception {
        fixture.messages(10);
        LaneFixture.Running running = fixture.start(fixture.sender(8, null), ScriptedGateway.ACCEPTS, 0);
        fixture.awaitReleased();

        steer("paused", true);
        running.lane().look();
        fixture.awaitOneByOne(4);
        running.gateway().hasRoom(100);
        assertThat(running.gateway().all()).isEmpty();

        steer("running", false);
        running.lane().look();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 10L));
        assertThat(running.gateway().all()).hasSize(10);
    }

    @Test
    void whatTheStoppedRunHadNotHandedOverIsLeftOut() throws Exception {
        fixture.messages(10);
        LaneFixture.Running running = fixture.start(fixture.sender(8, null), ScriptedGateway.ACCEPTS, 0);
        fixture.awaitReleased();

        fixture.sql("update run set stopped = true where id = $1", fixture.runId);
        running.lane().look();

        fixture.awaitStates(Map.of(MessageState.EXCLUDED, 10L));
        running.gateway().hasRoom(100);
        fixture.awaitNoBatch();
        assertThat(running.gateway().all()).isEmpty();
    }

    @Test
    void aMessageOfThreePartsGoesAsThreeTexts() throws Exception {
        long id = fixture.messages(1, 3, null);

        Submission message = fixture.start(ScriptedGateway.ACCEPTS).gateway().next();

        assertThat(message.parts()).containsExactly("part 1 of " + id, "part 2 of " + id, "part 3 of " + id);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        assertThat(fixture.count("select count(*) from message_event where message_id = $1 and kind = 1", id))
                .isEqualTo(3);
    }

    @Test
    void theRunsOwnSpeedLimitHoldsItBack() throws Exception {
        fixture.sql("update run set messages_per_second = 20 where id = $1", fixture.runId);
        fixture.messages(10);

        long begin = System.nanoTime();
        fixture.start(ScriptedGateway.ACCEPTS);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 10L));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(200));
    }
}
