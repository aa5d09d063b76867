package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.plugin.api.Submission;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several runs in front of one sender. */
@ExtendWith(TestDatabase.class)
final class FairnessTest {
    private static final int MAILING = 5;
    private static final int TEST = 9;
    private final Vertx vertx;
    private final PostgresAddress address;
    private final Ids ids;
    private final LaneFixture fixture;

    FairnessTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.vertx = vertx;
        this.address = address;
        this.ids = ids;
        this.fixture = new LaneFixture(vertx, address, ids);
    }

    @AfterEach
    void rollupsEqualTheFacts() {
        fixture.assertRecount();
        fixture.close();
    }

    @Test
    void aSmallMailingIsNotBehindALargeOne() throws Exception {
        fixture.messages(3000);
        long small = fixture.messages(fixture.anotherRun(null), MAILING, 200);

        LaneFixture.Running running = fixture.start(fixture.sender(40, null), ScriptedGateway.ACCEPTS);
        List<Submission> order = running.gateway().next(3200);

        assertThat(lastOf(order, small, 200)).isBetween(300, 500);
        fixture.awaitNoBatch();
    }

    @Test
    void aMailingThatComesLaterSharesAtOnceAndHasNoArrearsToCatchUpOn() throws Exception {
        fixture.messages(2000);
        LaneFixture.Running running = fixture.start(fixture.sender(40, null), ScriptedGateway.ACCEPTS, 0);
        fixture.awaitReleased();
        running.gateway().hasRoom(10);
        running.gateway().next(400);
        long later = fixture.messages(fixture.anotherRun(null), MAILING, 2000);
        running.lane().look();
        running.gateway().hasRoom(Integer.MAX_VALUE);

        List<Submission> order = running.gateway().next(3600);
        int ahead = (int) order.subList(0, 1600).stream()
                .filter(message -> message.token() >= later)
                .count();
        assertThat(ahead).isBetween(1, 900);
        fixture.awaitNoBatch();
    }

    @Test
    void aTestGoesBeforeWhatTheOperatorHasNotTakenYet() throws Exception {
        fixture.messages(500);
        LaneFixture.Running running = fixture.start(fixture.sender(40, null), ScriptedGateway.ACCEPTS, 0);
        fixture.awaitReleased();
        long run = fixture.anotherRun(null);
        long test = fixture.messages(run, TEST, 1);
        running.lane().look();
        fixture.awaitReleased(run);

        running.gateway().hasRoom(1);

        assertThat(running.gateway().next().token()).isEqualTo(test);
        running.gateway().hasRoom(Integer.MAX_VALUE);
        fixture.awaitNoBatch();
    }

    @Test
    void aRunWithItsOwnLimitHoldsNobodyElseBack() throws Exception {
        long slow = fixture.messages(fixture.anotherRun(1), MAILING, 500);
        fixture.messages(2000);

        LaneFixture.Running running = fixture.start(fixture.sender(40, null), ScriptedGateway.ACCEPTS);
        List<Submission> order = running.gateway().next(2001);

        assertThat(lastOf(order, slow + 500, 2000)).isGreaterThan(1900);
        assertThat(order.stream().filter(message -> message.token() < slow + 500))
                .hasSizeLessThan(30);
    }

    @Test
    void furtherTriesAndFirstTriesGoSideBySide() throws Exception {
        long first = fixture.messages(300);
        fixture.sql("delete from dispatch_batch where run_id = $1", fixture.runId);
        fixture.sql(
                "insert into dispatch_batch (account_id, sender_id, run_id, caller_id, priority, not_before, first_id, last_id,"
                        + " released, attempt) select 1, $1, $2, 'SHOP', 5, now(), id, id, id - 1, 2"
                        + " from message where run_id = $2",
                fixture.senderId,
                fixture.runId);
        long fresh = fixture.messages(1000);

        LaneFixture.Running running = fixture.start(fixture.sender(40, null), ScriptedGateway.ACCEPTS);
        List<Submission> order = running.gateway().next(1300);

        assertThat(lastOf(order, first, 300)).isBetween(400, 900);
        assertThat(order.subList(0, 40).stream().filter(message -> message.token() >= fresh))
                .isNotEmpty();
        fixture.awaitNoBatch();
    }

    @Test
    void aSenderWhoseOperatorIsSilentSlowsNoOther() throws Exception {
        fixture.messages(500);
        LaneFixture.Running silent = fixture.start(fixture.sender(40, null), ScriptedGateway.SILENT);
        silent.gateway().next(40);
        try (LaneFixture other = new LaneFixture(vertx, address, ids)) {
            other.messages(500);

            other.start(other.sender(40, null), ScriptedGateway.ACCEPTS);

            other.awaitStates(Map.of(MessageState.SUBMITTED, 500L));
        }
        assertThat(silent.gateway().all()).hasSize(40);
    }

    /** Where the last of these messages stands in the order in which all were submitted. */
    private static int lastOf(List<Submission> order, long first, int count) {
        int last = 0;
        for (int i = 0; i < order.size(); i++) {
            long token = order.get(i).token();
            if (token >= first && token < first + count) {
                last = i + 1;
            }
        }
        return last;
    }
}
