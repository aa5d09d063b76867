package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void withoutALimitEverythingMayGo() {
        assertThat(new Throttle(null, START).permits(START)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void permitsDripInEvenlyAndAFifthOfASecondIsKept() {
        Throttle throttle = new Throttle(100, START);

        assertThat(throttle.permits(START)).isEqualTo(1);
        throttle.spend(1);
        assertThat(throttle.untilNext(START)).isEqualTo(Duration.ofMillis(10));
        assertThat(throttle.permits(START.plusMillis(50))).isEqualTo(5);
        assertThat(throttle.permits(START.plusSeconds(60))).isEqualTo(20);
    }

    @Test
    void whatWasSpentBeyondIsPaidBackFirst() {
        Throttle throttle = new Throttle(10, START);

        throttle.spend(6);

        assertThat(throttle.permits(START.plusMillis(500))).isZero();
        assertThat(throttle.permits(START.plusMillis(601))).isEqualTo(1);
    }
}
