package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.DispatchBatch;
import io.postrider.message.MessageTrack;
import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SubmitQueueTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final Operator operator = new Operator();
    private final Pacer pacer = new Pacer(0);
    private long now;
    private final SubmitQueue queue = new SubmitQueue(pacer, () -> now);

    /** Takes as many as it has room for. */
    private static final class Operator implements Gateway {
        final List<Long> taken = new ArrayList<>();
        int room = Integer.MAX_VALUE;

        @Override
        public CompletionStage<Void> start() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public int submit(List<Submission> batch) {
            int count = Math.min(room, batch.size());
            batch.subList(0, count).forEach(message -> taken.add(message.token()));
            return count;
        }

        @Override
        public CompletionStage<Void> stop(Duration drain) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private static Flight flight(long id) {
        return flight(id, 0);
    }

    private static Flight flight(long id, int priority) {
        return new Flight(
                new DispatchBatch(1, 1, 1, "SHOP", priority, null, 1, 1, 0, 1, 0, null, List.of(), false, null),
                new MessageTrack(1, 1, id, 7, 1, 1),
                new Submission(id, "SHOP", "7", List.of("x"), Encoding.GSM7, Instant.EPOCH, true),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private void released(int first, int last) {
        queue.add(IntStream.rangeClosed(first, last)
                .mapToObj(SubmitQueueTest::flight)
                .toList());
    }

    @Test
    void aStepOfManyGoesInSlicesAndInOrder() {
        pacer.limits(500.0, null, now);
        released(1, 250);
        List<Integer> slices = new ArrayList<>();
        for (; queue.size() > 0; now += 4 * MILLI) {
            int before = operator.taken.size();
            queue.offer(operator);
            slices.add(operator.taken.size() - before);
        }

        assertThat(operator.taken)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 250).mapToObj(Long::valueOf).toList());
        assertThat(slices).allSatisfy(size -> assertThat(size).isBetween(1, 3));
        assertThat(now).isBetween(490 * MILLI, 510 * MILLI);
    }

    @Test
    void whatIsUrgentGoesBeforeWhatLiesThereAlready() {
        pacer.limits(100.0, null, now);
        released(1, 2);
        queue.add(List.of(flight(3), flight(4, Intake.URGENT), flight(5, Intake.URGENT)));
        for (; queue.size() > 0; now += 4 * MILLI) {
            queue.offer(operator);
        }

        assertThat(operator.taken).containsExactly(4L, 5L, 1L, 2L, 3L);
    }

    @Test
    void whatAFullGatewayLeavesCostsNothing() {
        pacer.limits(1.0, null, now);
        released(1, 3);
        operator.room = 0;
        queue.offer(operator);
        operator.room = 9;
        queue.offer(operator);
        queue.offer(operator);
        assertThat(operator.taken).containsExactly(1L);

        now += SECOND;
        queue.offer(operator);
        assertThat(operator.taken).containsExactly(1L, 2L);
    }

    @Test
    void afterAFullOperatorTheSameMessageGoesFirstAfterThePause() {
        pacer.limits(10.0, null, now);
        released(1, 2);
        queue.offer(operator);
        queue.again(flight(1), new Outcome.Throttled(1, Duration.ofSeconds(2)));

        assertThat(queue.isPaused()).isTrue();
        assertThat(queue.untilNext()).isEqualTo(2 * SECOND);
        assertThat(pacer.isSlowed(now)).isTrue();
        now += 2 * SECOND;
        queue.offer(operator);
        assertThat(operator.taken).containsExactly(1L, 1L);
    }

    @Test
    void aBrokenConnectionGivesBackWithoutSlowingDown() {
        queue.again(flight(1), new Outcome.Throttled(1, Duration.ZERO, ErrorClass.TEMPORARY, "", "no bind"));

        assertThat(queue.untilNext()).isEqualTo(100 * MILLI);
        assertThat(pacer.isSlowed(now)).isFalse();
    }
}
