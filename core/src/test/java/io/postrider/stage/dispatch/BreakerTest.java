package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
import io.postrider.sender.ErrorRule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BreakerTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long BEGIN = Long.MAX_VALUE - 50 * MILLI;
    private final Breaker breaker = new Breaker();

    @BeforeEach
    void threeFailuresBreakItForATenthOfASecond() {
        breaker.obey(Behaviour.rules(ErrorRule.Ending.REFUSE, 3));
    }

    private void fail(long token, long millis) {
        Outcome failure = new Outcome.Rejected(token, ErrorClass.TEMPORARY, "0x00000008", "ESME_RSYSERR");
        breaker.note(List.of(failure), BEGIN + millis * MILLI);
    }

    private void accept(long token, long millis) {
        breaker.note(List.of(new Outcome.Accepted(token, List.of("a"))), BEGIN + millis * MILLI);
    }

    private boolean isShut(long millis) {
        return breaker.isShut(BEGIN + millis * MILLI);
    }

    @Test
    void onlyFailuresInARowThatAreTheOperatorsBreakIt() {
        fail(1, 0);
        fail(2, 0);
        accept(3, 0);
        fail(4, 0);
        breaker.note(List.of(new Outcome.Rejected(5, ErrorClass.PERMANENT, "0x0000000b", "bad number")), BEGIN);
        breaker.note(List.of(new Outcome.Throttled(6, Duration.ZERO)), BEGIN);
        fail(7, 0);
        fail(8, 0);
        assertThat(isShut(0)).isFalse();

        breaker.note(List.of(new Outcome.Uncertain(9, "no answer in time")), BEGIN);
        assertThat(isShut(99)).isTrue();
        assertThat(breaker.shown(BEGIN))
                .isNotNull()
                .satisfies(broken -> assertThat(broken.reason()).isEqualTo("no answer in time"));
    }

    @Test
    void afterThePauseOneMessageDecides() {
        List.of(1, 2, 3).forEach(token -> fail(token, 0));
        assertThat(isShut(100)).isFalse();
        assertThat(breaker.isCautious()).isTrue();
        breaker.tried(7);
        assertThat(isShut(100)).isTrue();
        accept(2, 100);
        assertThat(isShut(100)).isTrue();

        accept(7, 110);
        assertThat(isShut(110)).isFalse();
        assertThat(breaker.isCautious()).isFalse();
        fail(8, 120);
        fail(9, 120);
        assertThat(isShut(120)).isFalse();
    }

    @Test
    void eachTrialThatFailsDoublesThePause() {
        List.of(1, 2, 3).forEach(token -> fail(token, 0));
        breaker.tried(7);
        fail(7, 100);
        assertThat(isShut(299)).isTrue();
        assertThat(isShut(300)).isFalse();
        breaker.tried(8);
        fail(8, 300);
        assertThat(isShut(699)).isTrue();
    }

    @Test
    void aNewConnectionIsTriedAtOnceAndARuleMaySwitchItOff() {
        List.of(1, 2, 3).forEach(token -> fail(token, 0));
        breaker.connected(BEGIN + MILLI);
        assertThat(isShut(1)).isFalse();
        assertThat(breaker.isCautious()).isTrue();

        breaker.obey(Behaviour.rules(ErrorRule.Ending.REFUSE, 0));
        assertThat(breaker.isCautious()).isFalse();
    }
}
