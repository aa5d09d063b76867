package io.postrider.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.GatewayState;
import io.postrider.sender.SenderActivity.Pace;
import io.postrider.sender.SenderHealth.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SenderHealthTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Pace STILL = new Pace(0, 0, 0, 0, null, null, false);
    private static final int WINDOW = 100;

    private static Sender sender(Duty duty) {
        return new SenderOfTests().id(7).window(WINDOW).duty(duty).make();
    }

    private static SenderHealth health(GatewayState.Phase phase, Pace pace, int inFlight, long waiting) {
        return SenderHealth.of(sender(Duty.ON), Optional.of(activity(phase, pace, inFlight, waiting)));
    }

    private static SenderActivity activity(GatewayState.Phase phase, Pace pace, int inFlight, long waiting) {
        return new SenderActivity(
                7,
                "node",
                new GatewayState(phase, ""),
                NOW,
                pace,
                WINDOW,
                inFlight,
                0,
                waiting,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                NOW);
    }

    private static SenderHealth up(Pace pace, int inFlight, long waiting) {
        return health(GatewayState.Phase.UP, pace, inFlight, waiting);
    }

    @Test
    void aPausedSenderIsPausedWhateverItsConnection() {
        SenderHealth health = SenderHealth.of(sender(Duty.PAUSED), Optional.empty());
        assertThat(health.level()).isEqualTo(Level.PAUSED);
    }

    @Test
    void aSenderThatIsBeingDrainedSaysSoUnlessSomethingKeepsItFromSending() {
        Sender leaving = sender(Duty.DRAINING);
        assertThat(SenderHealth.of(leaving, Optional.of(activity(GatewayState.Phase.UP, STILL, 3, 5)))
                        .code())
                .isEqualTo("draining");
        assertThat(SenderHealth.of(leaving, Optional.of(activity(GatewayState.Phase.DOWN, STILL, 3, 5)))
                        .code())
                .isEqualTo("disconnected");
        SenderHealth drained = SenderHealth.of(sender(Duty.DRAINED), Optional.empty());
        assertThat(drained.level()).isEqualTo(Level.PAUSED);
        assertThat(drained.code()).isEqualTo("drained");
    }

    @Test
    void aSenderThatRunsNowhereIsDown() {
        SenderHealth health = SenderHealth.of(sender(Duty.ON), Optional.empty());
        assertThat(health.level()).isEqualTo(Level.DOWN);
        assertThat(health.code()).isEqualTo("not-running");
    }

    @Test
    void withoutAConnectionItIsDownAndTheCodeSaysWhichWay() {
        assertThat(health(GatewayState.Phase.CONNECTING, STILL, 0, 0).code()).isEqualTo("connecting");
        assertThat(health(GatewayState.Phase.PARKED, STILL, 0, 0).code()).isEqualTo("parked");
        assertThat(health(GatewayState.Phase.STOPPED, STILL, 0, 0).code()).isEqualTo("stopped");
        SenderHealth down = health(GatewayState.Phase.DOWN, STILL, 0, 5);
        assertThat(down.code()).isEqualTo("disconnected");
        assertThat(down.level()).isEqualTo(Level.DOWN);
    }

    @Test
    void connectedWithoutWorkIsIdleAndWithWorkIsHealthy() {
        assertThat(up(STILL, 0, 0).level()).isEqualTo(Level.IDLE);
        assertThat(up(STILL, 0, 1).level()).isEqualTo(Level.HEALTHY);
        assertThat(up(new Pace(100, 120, 90, 5, 500.0, null, false), 10, 50).level())
                .isEqualTo(Level.HEALTHY);
    }

    @Test
    void itIsSlowedByAFullOperatorByManyErrorsAndByAWindowThatStaysFull() {
        assertThat(up(new Pace(10, 10, 0, 0, 50.0, null, true), 10, 50).code()).isEqualTo("operator-full");
        assertThat(up(new Pace(90, 90, 0, 10, null, null, false), 10, 50).code())
                .isEqualTo("many-errors");
        SenderHealth stuck = up(STILL, WINDOW, 50);
        assertThat(stuck.code()).isEqualTo("no-answers");
        assertThat(stuck.level()).isEqualTo(Level.SLOWED);
    }
}
