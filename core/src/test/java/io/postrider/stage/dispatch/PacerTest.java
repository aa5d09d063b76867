package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PacerTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long BEGIN = Long.MAX_VALUE - 5 * SECOND;
    private final Pacer pacer = new Pacer(BEGIN);

    /** When messages of so many parts go, in nanoseconds from the beginning, if somebody looks whenever one may. */
    private List<Long> times(int count, int parts) {
        List<Long> times = new ArrayList<>();
        long now = BEGIN;
        while (times.size() < count) {
            now += pacer.untilNext(now);
            assertThat(pacer.mayGo(now)).isTrue();
            pacer.spend(parts, now);
            times.add(now - BEGIN);
        }
        return times;
    }

    /** When messages go within a time, if somebody looks every few milliseconds and now and then much too late. */
    private List<Long> timesWithin(long length, Random chance) {
        List<Long> times = new ArrayList<>();
        for (long now = 0; now < length; ) {
            while (pacer.mayGo(BEGIN + now)) {
                pacer.spend(1, BEGIN + now);
                times.add(now);
            }
            boolean late = chance.nextInt(1_500) == 0;
            now += late ? (50 + chance.nextInt(150)) * MILLI : 4 * MILLI + chance.nextInt((int) (3 * MILLI));
        }
        return times;
    }

    private static int mostInASecond(List<Long> times) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(last) - times.get(first) >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(doubles = {40, 100, 500, 2_000, 20_000})
    void aLimitIsHeldOverAMinuteAndHardlyExceededInAnySecond(double limit) {
        pacer.limits(limit, null, BEGIN);
        List<Long> times = timesWithin(60 * SECOND, new Random((long) limit));

        assertThat((double) times.size()).isCloseTo(60 * limit, withPercentage(2));
        assertThat(mostInASecond(times)).isLessThanOrEqualTo((int) (limit + 1));
    }

    @Test
    void whoWaitedLongIsOwedNoBurst() {
        pacer.limits(500.0, null, BEGIN);

        int atOnce = 0;
        while (pacer.mayGo(BEGIN + 3_600 * SECOND)) {
            pacer.spend(1, BEGIN + 3_600 * SECOND);
            atOnce++;
        }

        assertThat(atOnce).isEqualTo(16);
    }

    @Test
    void smallLimitsAndFractionsOfAMessageASecondAreHeld() {
        pacer.limits(1.0, null, BEGIN);
        assertThat(times(4, 1)).containsExactly(0L, SECOND, 2 * SECOND, 3 * SECOND);

        Pacer slow = new Pacer(BEGIN);
        slow.limits(0.5, null, BEGIN);
        slow.spend(1, BEGIN);
        assertThat(slow.untilNext(BEGIN)).isEqualTo(2 * SECOND);
        assertThat(slow.mayGo(BEGIN + 2 * SECOND - MILLI)).isFalse();
        assertThat(slow.mayGo(BEGIN + 2 * SECOND)).isTrue();
    }

    @Test
    void aMessageOfMorePartsThanTheLimitGoesAndIsPaidBack() {
        pacer.limits(null, 2.0, BEGIN);

        assertThat(times(3, 3)).containsExactly(0L, 3 * SECOND / 2, 3 * SECOND);
    }

    @Test
    void theStricterOfTwoLimitsHolds() {
        pacer.limits(10.0, 10.0, BEGIN);

        assertThat(times(3, 2)).containsExactly(0L, SECOND / 5, 2 * SECOND / 5);
    }

    @Test
    void anotherLimitHoldsAtOnce() {
        pacer.limits(0.1, null, BEGIN);
        pacer.spend(1, BEGIN);
        assertThat(pacer.untilNext(BEGIN)).isEqualTo(10 * SECOND);

        pacer.limits(1000.0, null, BEGIN);
        assertThat(pacer.untilNext(BEGIN)).isEqualTo(MILLI);

        for (int i = 0; i < 30; i++) {
            pacer.spend(1, BEGIN + i * MILLI);
        }
        pacer.limits(100.0, null, BEGIN + 30 * MILLI);
        assertThat(pacer.untilNext(BEGIN + 30 * MILLI)).isLessThanOrEqualTo(30 * SECOND / 100);

        pacer.limits(null, null, BEGIN);
        assertThat(pacer.untilNext(BEGIN)).isZero();
        pacer.limits(1.0, null, BEGIN);
        pacer.spend(1, BEGIN);
        assertThat(pacer.untilNext(BEGIN)).isEqualTo(SECOND);
    }

    @Test
    void aMessageThatDidNotGoCostsNothing() {
        pacer.limits(1.0, 1.0, BEGIN);
        pacer.spend(4, BEGIN);
        pacer.refund(4);

        assertThat(pacer.untilNext(BEGIN)).isZero();
    }

    @Test
    void aFullOperatorSlowsDownOnceASecondAndItRecoversByStepsToTheLimit() {
        pacer.limits(100.0, 300.0, BEGIN);
        pacer.slowDown(BEGIN);
        pacer.slowDown(BEGIN + SECOND / 2);

        assertThat(pacer.messagesPerSecond(BEGIN)).isEqualTo(70);
        assertThat(pacer.partsPerSecond(BEGIN)).isEqualTo(210);
        assertThat(pacer.isSlowed(BEGIN)).isTrue();
        assertThat(pacer.messagesPerSecond(BEGIN + 5 * SECOND)).isEqualTo(75);
        assertThat(pacer.messagesPerSecond(BEGIN + 29 * SECOND)).isEqualTo(95);
        assertThat(pacer.messagesPerSecond(BEGIN + 30 * SECOND)).isEqualTo(100);
        assertThat(pacer.isSlowed(BEGIN + 30 * SECOND)).isFalse();

        for (int i = 40; i < 60; i++) {
            pacer.slowDown(BEGIN + i * SECOND);
        }
        assertThat(pacer.messagesPerSecond(BEGIN + 60 * SECOND)).isEqualTo(10);
    }

    @Test
    void withoutALimitAFullOperatorSlowsDownWhatWasMeasured() {
        for (int i = 0; i < 2_000; i++) {
            pacer.spend(1, BEGIN + i * MILLI);
        }
        long full = BEGIN + 2 * SECOND;
        assertThat(pacer.messagesPerSecond(full)).isNull();

        pacer.slowDown(full);
        assertThat(pacer.messagesPerSecond(full)).isCloseTo(700.0, withPercentage(1));
        for (int i = 1; i < 10; i++) {
            pacer.slowDown(full + i * SECOND);
        }
        assertThat(pacer.messagesPerSecond(full + 9 * SECOND)).isLessThan(50);

        assertThat(pacer.isSlowed(full + 400 * SECOND)).isTrue();
        assertThat(pacer.messagesPerSecond(full + 1_000 * SECOND)).isNull();
        assertThat(pacer.isSlowed(full + 1_000 * SECOND)).isFalse();
    }
}
