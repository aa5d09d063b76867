package io.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void thePaceKnowsTheAverageAndTheFullestSecondWhereverItBegins() {
        LongStream even = LongStream.range(0, 40).map(i -> i * SECOND / 10);
        LongStream burst = LongStream.range(0, 5).map(i -> SECOND * 3 / 2 + i);

        Pace pace = Pace.of(LongStream.concat(even, burst).sorted().toArray(), 4);

        assertThat(pace.average()).isEqualTo(45.0 / 4);
        assertThat(pace.fullestSecond()).isEqualTo(15);
    }

    @Test
    void thePaceLooksAtNothingAfterItsTime() {
        long[] times = LongStream.range(0, 100).map(i -> i * SECOND / 10).toArray();

        assertThat(Pace.of(times, 2)).isEqualTo(new Pace(10, 10, 0));
    }

    @Test
    void percentilesAreOfWhatWasMeasured() {
        Latencies latencies = Latencies.of(
                IntStream.rangeClosed(1, 200).mapToObj(i -> (double) (201 - i)).toList());

        assertThat(latencies.percentile(50)).isEqualTo(100);
        assertThat(latencies.percentile(99)).isEqualTo(198);
        assertThat(latencies.percentile(100)).isEqualTo(200);
        assertThat(Latencies.of(List.of(7.0)).percentile(50)).isEqualTo(7);
    }

    @Test
    void aClimbIsMeasuredBetweenLooksAndFromTheLastTimeAtZero() {
        Climb climb = new Climb();
        climb.look(0, 0);
        climb.look(5 * SECOND, 0);
        climb.look(6 * SECOND, 100);
        climb.look(7 * SECOND, 150);

        assertThat(climb.perSecond(0, 100)).isEqualTo(100);
        assertThat(climb.perSecond(100, 150)).isEqualTo(50);
        assertThat(climb.perSecond(50, 125)).isEqualTo(75);
    }
}
