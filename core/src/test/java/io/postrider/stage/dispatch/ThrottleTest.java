package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
    private static final long START = -5;

    private static long after(long millis) {
        return START + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void permitsDripInEvenlyAndAFifthOfASecondIsKept() {
        Throttle throttle = new Throttle(100, START);

        assertThat(throttle.permits(START)).isEqualTo(1);
        throttle.spend(1);
        assertThat(throttle.untilNext(START)).isEqualTo(Duration.ofMillis(10));
        assertThat(throttle.permits(after(50))).isEqualTo(5);
        assertThat(throttle.permits(after(60_000))).isEqualTo(20);
    }

    @Test
    void whatWasSpentBeyondIsPaidBackFirst() {
        Throttle throttle = new Throttle(10, START);

        throttle.spend(6);

        assertThat(throttle.permits(after(500))).isZero();
        assertThat(throttle.permits(after(601))).isEqualTo(1);
    }
}
