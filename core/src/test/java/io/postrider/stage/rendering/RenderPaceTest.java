package io.postrider.stage.rendering;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.mailing.ChunkStore;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunState;
import io.postrider.plugin.api.GatewayState;
import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.SenderActivity;
import io.postrider.store.Database;
import io.postrider.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rendering in front of senders of every speed; each chunk is one of a thousand. */
@ExtendWith(TestDatabase.class)
final class RenderPaceTest {
    private static final int MOST = 50_000;
    private static final int CHUNK = 1000;
    private static final long SENDER = 11;
    private final Database database;
    private final Map<Long, SenderActivity> activity = new HashMap<>();
    private final RenderPace pace;
    private long nanos;

    RenderPaceTest(Database database) {
        this.database = database;
        this.pace = new RenderPace(
                new ChunkStore(database),
                sender -> Optional.ofNullable(activity.get(sender)),
                () -> nanos,
                MOST,
                CHUNK);
    }

    @BeforeEach
    void nothingWaits() {
        await(database.query("truncate dispatch_batch"));
    }

    @Test
    void aSenderWithoutALimitThatTakesNothingGetsNoMoreThanTheMost() {
        Run run = run(1, null);
        long rendered = renderAll(1, List.of(run));

        assertThat(rendered).isBetween(30_000L, (long) MOST);
    }

    @Test
    void whatWaitsInFrontOfASlowSenderIsWhatItSendsInTenMinutes() {
        activity.put(SENDER, activity(10.0, 0));

        assertThat(renderAll(1, List.of(run(1, null)))).isBetween(3_000L, 6_000L);
    }

    @Test
    void theMeasuredSpeedCountsWhereThereIsNoLimit() {
        activity.put(SENDER, activity(null, 20));
        waiting(1, 12_000);
        assertThat(await(pace.ready(List.of(run(1, null)), Map.of())))
                .as("not measured yet")
                .hasSize(1);
        later(Duration.ofSeconds(61));

        assertThat(await(pace.ready(List.of(run(1, null)), Map.of())))
                .as("600 s of 20")
                .isEmpty();
        await(database.query("truncate dispatch_batch"));
        later(Duration.ofSeconds(1));
        assertThat(await(pace.ready(List.of(run(1, null)), Map.of()))).hasSize(1);
    }

    @Test
    void aMailingThatComesLaterFindsRoomAndThenHasAsMuchAsTheOther() {
        Run large = run(1, null);
        long before = renderAll(1, List.of(large));
        Run later = run(2, null);

        long of = renderAll(2, List.of(large, later));

        assertThat(of).isGreaterThan(5_000);
        assertThat(before + of).isLessThanOrEqualTo(MOST);
        await(database.query("delete from dispatch_batch where run_id = 1"));
        waiting(1, 5_000);
        later(Duration.ofSeconds(1));
        assertThat(await(pace.ready(List.of(large, later), Map.of())))
                .extracting(Run::id)
                .startsWith(1L);
    }

    @Test
    void aRunWithItsOwnLimitTakesNoMoreThanItCanUse() {
        assertThat(renderAll(1, List.of(run(1, 5)))).isBetween(1_500L, 3_000L);
    }

    @Test
    void aTestAndARunThatWasStoppedWaitForNobody() {
        waiting(1, MOST);
        Run test = run(2, null, Run.TEST, false);
        Run stopped = run(3, null, Run.LIVE, true);

        assertThat(await(pace.ready(List.of(run(1, null), stopped, test), Map.of())))
                .containsExactly(test, stopped);
    }

    @Test
    void aVirtualSenderWaitsForTheFullestOfThoseThatItMayChooseNow() {
        Run routed = run(2, null);
        waiting(1, MOST);

        assertThat(await(pace.ready(List.of(routed), Map.of(2L, Set.of(SENDER, SENDER + 1)))))
                .isEmpty();
        assertThat(await(pace.ready(List.of(routed), Map.of(2L, Set.of(SENDER + 1)))))
                .as("without the one that is down")
                .containsExactly(routed);
    }

    @Test
    void whatAPersonHoldsIsInNobodysWay() {
        waiting(1, MOST);
        await(database.query("update dispatch_batch set held = true"));

        assertThat(await(pace.ready(List.of(run(2, null)), Map.of()))).hasSize(1);
    }

    @Test
    void workersThatLookAtTheSameTimeDoNotOverrun() {
        Run run = run(1, null);
        waiting(1, 38_500);
        await(pace.ready(List.of(run), Map.of()));

        List<OptionalLong> begun = new ArrayList<>();
        for (int worker = 0; worker < 3; worker++) {
            begun.add(pace.begin(run));
        }

        assertThat(begun).filteredOn(OptionalLong::isPresent).hasSize(1);
    }

    /** Renders as long as there is room; how much of one run. */
    private long renderAll(long of, List<Run> runs) {
        long rendered = 0;
        for (int round = 0; round < 200; round++) {
            later(Duration.ofMillis(round % 3 == 0 ? 300 : 1));
            List<Run> ready = await(pace.ready(runs, Map.of()));
            OptionalLong begun = ready.isEmpty() ? OptionalLong.empty() : pace.begin(ready.get(0));
            if (begun.isPresent()) {
                Run run = ready.get(0);
                waiting(run.id(), CHUNK);
                rendered += run.id() == of ? CHUNK : 0;
                pace.end(begun.getAsLong(), true);
            }
        }
        return rendered;
    }

    private void waiting(long run, int messages) {
        await(database.query(
                "insert into dispatch_batch (account_id, sender_id, run_id, caller_id, priority, not_before, first_id, last_id,"
                        + " released, attempt) values (1, $1, $2, 'S', 5, '-infinity', 1, 1 + $3::int, 1, 1)",
                SENDER,
                run,
                messages));
    }

    private void later(Duration time) {
        nanos += time.toNanos();
    }

    private static Run run(long id, @Nullable Integer messagesPerSecond) {
        return run(id, messagesPerSecond, Run.LIVE, false);
    }

    private static Run run(long id, @Nullable Integer messagesPerSecond, String kind, boolean stopped) {
        return new Run(
                1,
                id,
                3,
                kind,
                false,
                RunState.RENDERING,
                stopped,
                "sms",
                5,
                7,
                9,
                1,
                SENDER,
                "SHOP",
                "http://s.example/",
                Duration.ofDays(1),
                1,
                CharsetPolicy.AUTO,
                null,
                messagesPerSecond,
                42,
                List.of(),
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static SenderActivity activity(@Nullable Double allowed, double measured) {
        List<SenderActivity.Point> history = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            history.add(new SenderActivity.Point(Instant.EPOCH, measured, measured, 0, 0));
        }
        return new SenderActivity(
                SENDER,
                "node",
                new GatewayState(GatewayState.Phase.UP, ""),
                Instant.EPOCH,
                new SenderActivity.Pace(measured, measured, 0, 0, allowed, null, false),
                1000,
                0,
                0,
                0,
                null,
                null,
                null,
                List.of(),
                List.of(),
                history,
                Instant.EPOCH);
    }
}
