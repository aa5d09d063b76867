package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.EventKind;
import io.postrider.message.MessageState;
import io.postrider.message.SweepStore;
import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.Duty;
import io.postrider.sender.ErrorRule;
import io.postrider.sender.ErrorRules;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two lanes: what the operator of the first refuses for good goes on by the second. */
@ExtendWith(TestDatabase.class)
final class FailOverTest {
    private static final long APART = 1_000_000;
    private static final ErrorRules NO_MORE = Behaviour.QUICK;
    private final LaneFixture fixture;
    private final long backup;

    FailOverTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.fixture = new LaneFixture(vertx, address, ids);
        this.backup = fixture.senderId + APART;
        LaneSenders.write(fixture, fixture.senderId, backup);
    }

    @AfterEach
    void rollupsEqualTheFacts() {
        fixture.assertRecount();
        LaneSenders.drop(fixture, fixture.senderId, backup);
        fixture.close();
    }

    private static ErrorRules handingOverTo(long other) {
        ErrorRules rules = Behaviour.rules(ErrorRule.Ending.FAIL_OVER, 0);
        return new ErrorRules(rules.rules(), 0, rules.breakFor(), new ErrorRules.FailOver(other, "sender " + other));
    }

    private LaneFixture.Running first(Function<Submission, @Nullable Outcome> script) {
        return fixture.start(fixture.behaving(10, handingOverTo(backup)), script);
    }

    private LaneFixture.Running second(ErrorRules rules, Function<Submission, @Nullable Outcome> script) {
        return fixture.start(fixture.behaving(10, rules).stored(backup, 1), script);
    }

    private static Outcome never(Submission message) {
        return new Outcome.Rejected(message.token(), ErrorClass.PERMANENT, "0x0000000b", "invalid destination");
    }

    private static Outcome busy(Submission message) {
        return new Outcome.Rejected(message.token(), ErrorClass.TEMPORARY, "0x00000008", "system error");
    }

    @Test
    void whatOneOperatorRefusesGoesOnByTheOtherAndTheTraceSaysSo() throws Exception {
        fixture.messages(5);
        LaneFixture.Running refusing = first(FailOverTest::never);
        LaneFixture.Running taking = second(NO_MORE, ScriptedGateway.ACCEPTS);

        List<Submission> taken = taking.gateway().next(5);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 5L));
        taking.gateway().receipt(ScriptedGateway.receipt(taken.get(0), 1, ReceiptState.DELIVERED));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.SUBMITTED, 4L, MessageState.DELIVERED, 1L));
        assertThat(taken).extracting(Submission::from).containsOnly("SHOP");
        assertThat(refusing.gateway().all()).hasSize(5);
        assertThat(fixture.count(
                        "select count(*) from message_event where run_id = $1 and kind = $2 and sender_id = $3 and attempt = 1"
                                + " and code = '0x0000000b' and detail = $4",
                        fixture.runId,
                        EventKind.RETRY.number(),
                        fixture.senderId,
                        "invalid destination; goes on by the sender sender " + backup))
                .isEqualTo(5);
        assertThat(fixture.count(
                        "select count(*) from message_event where run_id = $1 and kind = $2 and sender_id = $3 and attempt = 2",
                        fixture.runId,
                        EventKind.ACCEPTED.number(),
                        backup))
                .isEqualTo(5);
    }

    @Test
    void itHasItsTriesHereBeforeAndAllItsTriesThere() throws Exception {
        fixture.messages(1);
        LaneFixture.Running refusing = first(FailOverTest::busy);
        AtomicInteger tries = new AtomicInteger();
        LaneFixture.Running other = second(
                NO_MORE, message -> tries.incrementAndGet() < 3 ? busy(message) : ScriptedGateway.accepted(message));

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));

        assertThat(refusing.gateway().all()).hasSize(3);
        assertThat(other.gateway().all()).hasSize(3);
    }

    @Test
    void itWaitsForASenderThatDoesNotRunAndStandsInItsQueue() throws Exception {
        fixture.messages(3);
        first(FailOverTest::never);

        fixture.awaitCount(
                3,
                "select count(*) from dispatch_batch where sender_id = $1 and attempt = 2 and tries = 0 and refused_by = $2",
                backup,
                new Long[] {fixture.senderId});
        fixture.awaitNoBatch();

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.WAITING, 3L));
    }

    @Test
    void noSenderGetsBackWhatItHasGivenAway() throws Exception {
        fixture.messages(2);
        LaneFixture.Running one = first(FailOverTest::never);
        LaneFixture.Running other = second(handingOverTo(fixture.senderId), FailOverTest::never);

        fixture.awaitStates(Map.of(MessageState.REFUSED, 2L));

        assertThat(one.gateway().all()).hasSize(2);
        assertThat(other.gateway().all()).hasSize(2);
    }

    @Test
    void whoTakesOverSendsNoMorePartsAndNoOtherAlphabetThanItAllows() throws Exception {
        fixture.messages(1, 11, null);
        fixture.sql("update message set encoding = 1, parts = 1 where id = $1", fixture.messages(1));
        fixture.messages(1);
        first(FailOverTest::never);

        LaneFixture.Running taking = fixture.start(
                LaneSenders.sender(backup, 10, null, CharsetPolicy.GSM_ONLY, NO_MORE, Duty.ON),
                ScriptedGateway.ACCEPTS);

        fixture.awaitStates(Map.of(MessageState.EXCLUDED, 2L, MessageState.SUBMITTED, 1L));
        assertThat(taking.gateway().all()).hasSize(1);
        assertThat(fixture.count(
                        "select count(distinct reason) from run_exclusion where run_id = $1 and reason in ('too-long', 'not-gsm')",
                        fixture.runId))
                .isEqualTo(2);
    }

    @Test
    void withoutAnotherSenderTheMessageCountsAsRefused() throws Exception {
        fixture.messages(1);
        fixture.start(fixture.behaving(4, Behaviour.rules(ErrorRule.Ending.FAIL_OVER, 0)), FailOverTest::never);

        fixture.awaitStates(Map.of(MessageState.REFUSED, 1L));
    }

    @Test
    void itStaysWhereItIsIfTheOtherSenderIsGone() throws Exception {
        fixture.messages(1);
        fixture.sql("delete from sender where id = $1", backup);
        AtomicInteger tries = new AtomicInteger();
        LaneFixture.Running one =
                first(message -> tries.incrementAndGet() == 1 ? never(message) : ScriptedGateway.accepted(message));

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));

        assertThat(one.gateway().all()).hasSize(2);
    }

    @Test
    void whatIsInDoubtIsNeverHandedOver() throws Exception {
        fixture.messages(1);
        LaneFixture.Running silent = first(ScriptedGateway.SILENT);
        Submission message = silent.gateway().next();
        silent.gateway().says(new Outcome.Uncertain(message.token(), "no answer"));
        fixture.awaitStates(Map.of(MessageState.IN_DOUBT, 1L));

        silent.gateway().says(never(message));

        fixture.awaitStates(Map.of(MessageState.REFUSED, 1L));
        assertThat(fixture.count("select count(*) from dispatch_batch where sender_id = $1", backup))
                .isZero();
    }

    @Test
    void aSecondTryOutOfDoubtIsNotHandedOverEither() throws Exception {
        long id = fixture.messages(1);
        LaneFixture.Running silent = first(ScriptedGateway.SILENT);
        Submission message = silent.gateway().next();
        silent.gateway().says(new Outcome.Uncertain(message.token(), "no answer"));
        fixture.awaitStates(Map.of(MessageState.IN_DOUBT, 1L));
        fixture.sql(
                "insert into dispatch_batch (account_id, sender_id, run_id, caller_id, priority, not_before, first_id, last_id,"
                        + " released, attempt) values (1, $1, $2, 'SHOP', 5, now(), $3, $3, $3 - 1, 2)",
                fixture.senderId,
                fixture.runId,
                id);
        silent.lane().look();
        silent.gateway().says(never(silent.gateway().next()));

        fixture.awaitNoBatch();

        fixture.awaitNothingInFlight(silent.lane());
        assertThat(fixture.count("select count(*) from dispatch_batch where sender_id = $1", backup))
                .isZero();
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.IN_DOUBT, 1L));
    }

    @Test
    void afterARestartOfTheOtherLaneItIsInDoubtThereAndItsReceiptSettlesIt() throws Exception {
        fixture.messages(1);
        first(FailOverTest::never);
        LaneFixture.Running killed = second(NO_MORE, ScriptedGateway.SILENT);
        Submission message = killed.gateway().next();
        TestDatabase.await(killed.lane().abandon());

        LaneFixture.Running again = second(NO_MORE, ScriptedGateway.SILENT);
        fixture.awaitStates(Map.of(MessageState.IN_DOUBT, 1L));
        assertThat(fixture.count(
                        "select count(*) from message_doubt where run_id = $1 and sender_id = $2 and attempt = 2",
                        fixture.runId,
                        backup))
                .isEqualTo(1);
        again.gateway().receipt(ScriptedGateway.receipt("unknown", message.to(), ReceiptState.DELIVERED));

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.DELIVERED, 1L));
        assertThat(again.gateway().all()).isEmpty();
    }

    @Test
    void aReceiptThatNeverComesIsGivenUpForTheOtherSender() throws Exception {
        long id = fixture.messages(1);
        first(FailOverTest::never);
        LaneFixture.Running other = second(NO_MORE, ScriptedGateway.ACCEPTS);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        TestDatabase.await(other.lane().stop(Duration.ZERO));
        SweepStore sweep = new SweepStore(fixture.database);
        SweepStore.Overdue run = new SweepStore.Overdue(1, fixture.runId, backup, 86_400);
        Instant later = Instant.now().plus(Duration.ofDays(3));

        assertThat(TestDatabase.await(sweep.overdue(later)))
                .filteredOn(one -> one.runId() == fixture.runId)
                .containsExactly(run);
        assertThat(TestDatabase.await(sweep.noReceipt(run, id - 1, id, later, later)))
                .isEqualTo(1);

        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.NO_RECEIPT, 1L));
    }
}
