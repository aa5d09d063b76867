package io.postrider.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.mailing.MailingState;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunState;
import io.postrider.plugin.api.GatewayState;
import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.DoubtPolicy;
import io.postrider.sender.Duty;
import io.postrider.sender.ErrorRules;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderActivity;
import io.postrider.sender.SenderOfTests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SituationTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Pace TEN = new Pace(10, 20, 0, 10, List.of());

    private static Run run(RunState state, boolean stopped) {
        return new Run(
                1,
                2,
                3,
                Run.LIVE,
                false,
                state,
                stopped,
                "sms",
                4,
                5,
                6,
                1,
                7,
                "SHOP",
                "http://x/",
                Duration.ofHours(1),
                10,
                CharsetPolicy.AUTO,
                null,
                null,
                1,
                List.of(),
                NOW,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RunDetail detail(MailingState state, boolean due, @Nullable Instant nextTry) {
        return new RunDetail("M", state, "R", "D", "T", "S", "ann", "bob", NOW, "eve", NOW, due, nextTry);
    }

    private static Sender sender(Duty duty) {
        return new SenderOfTests().id(7).window(100).duty(duty).make();
    }

    private static SenderActivity activity(GatewayState.Phase phase, int inFlight, boolean held) {
        return new SenderActivity(
                7,
                "node",
                new GatewayState(phase, "refused"),
                NOW,
                new SenderActivity.Pace(10, 20, 0, 0, 40.0, null, held),
                100,
                inFlight,
                0,
                50,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                NOW);
    }

    private static Sender limited(@Nullable Double messages, @Nullable Double parts) {
        return new Sender(
                1,
                7,
                "S",
                "sms",
                "smpp",
                Map.of(),
                "SHOP",
                messages,
                parts,
                Duration.ofHours(1),
                10,
                CharsetPolicy.AUTO,
                100,
                ErrorRules.USUAL,
                DoubtPolicy.USUAL,
                Duty.ON,
                false,
                1,
                1,
                NOW);
    }

    private static Situation.Why why(RunDetail detail, Sender sender, SenderActivity activity) {
        return new Situation(run(RunState.SENDING, false), detail, sender, activity, TEN, false).why();
    }

    private static Situation situation(Run run, RunDetail detail, @Nullable Sender sender) {
        return new Situation(run, detail, sender, null, TEN, false);
    }

    @Test
    void whoHoldsItIsNamed() {
        RunDetail paused = detail(MailingState.PAUSED, true, null);

        assertThat(situation(run(RunState.SENDING, false), paused, sender(Duty.ON))
                        .why())
                .isEqualTo(new Situation.Why("paused", Map.of("by", "bob", "at", NOW.toString())));
        assertThat(situation(run(RunState.SENDING, true), paused, sender(Duty.ON))
                        .why())
                .isEqualTo(new Situation.Why("stopped", Map.of("by", "eve", "at", NOW.toString())));
    }

    @Test
    void renderingThatWaitsForASenderThatIsBeingDrainedSaysSoAndSendingIsSending() {
        RunDetail going = detail(MailingState.RUNNING, true, null);
        SenderActivity up = activity(GatewayState.Phase.UP, 10, false);
        Sender leaving = sender(Duty.DRAINING);
        assertThat(new Situation(run(RunState.RENDERING, false), going, leaving, up, TEN, true).why())
                .isEqualTo(new Situation.Why("sender-draining", Map.of("sender", "S")));
        assertThat(new Situation(run(RunState.SENDING, false), going, leaving, up, TEN, false)
                        .why()
                        .code())
                .isEqualTo("sending");
    }

    @Test
    void theSenderIsLookedAtWhenTheRunIsFreeToGo() {
        RunDetail going = detail(MailingState.RUNNING, true, null);

        assertThat(situation(run(RunState.MEASURING, false), going, sender(Duty.ON))
                        .why()
                        .code())
                .isEqualTo("measuring");
        assertThat(situation(run(RunState.SENDING, false), going, sender(Duty.PAUSED))
                        .why())
                .isEqualTo(new Situation.Why("sender-paused", Map.of("sender", "S")));
        assertThat(situation(run(RunState.SENDING, false), going, sender(Duty.DRAINED))
                        .why())
                .isEqualTo(new Situation.Why("sender-drained", Map.of("sender", "S")));
        assertThat(situation(run(RunState.SENDING, false), going, sender(Duty.ON))
                        .why()
                        .code())
                .isEqualTo("sender-not-running");
        assertThat(situation(run(RunState.FINISHED, false), going, sender(Duty.ON))
                        .why()
                        .code())
                .isEqualTo("awaiting-receipts");
        assertThat(situation(run(RunState.RESTED, true), going, sender(Duty.ON))
                        .why()
                        .code())
                .isEqualTo("done");
    }

    @Test
    void nobodyPromisesAnEndWhileItStands() {
        Progress half = new Progress(100, 50, 50, 0, 0, 0, 0, 0, 0);

        assertThat(situation(run(RunState.SENDING, false), detail(MailingState.PAUSED, true, null), sender(Duty.ON))
                        .expectedEnd(half, NOW))
                .isNull();
    }

    @Test
    void aLostConnectionIsNamedWithWhatTheGatewaySaysAndSinceWhen() {
        RunDetail going = detail(MailingState.RUNNING, true, null);
        Map<String, String> said = Map.of("sender", "S", "detail", "refused", "since", NOW.toString());

        assertThat(why(going, sender(Duty.ON), activity(GatewayState.Phase.DOWN, 0, false)))
                .isEqualTo(new Situation.Why("gateway-down", said));
        assertThat(why(going, sender(Duty.ON), activity(GatewayState.Phase.CONNECTING, 0, false)))
                .isEqualTo(new Situation.Why("gateway-connecting", said));
        assertThat(why(going, sender(Duty.ON), activity(GatewayState.Phase.PARKED, 0, false)))
                .isEqualTo(new Situation.Why("gateway-parked", said));
    }

    @Test
    void ofLimitsTheOneThatIsReachedIsNamed() {
        RunDetail going = detail(MailingState.RUNNING, true, null);
        SenderActivity up = activity(GatewayState.Phase.UP, 10, false);

        assertThat(why(going, limited(11.0, null), up))
                .isEqualTo(new Situation.Why("sender-limit", Map.of("messagesPerSecond", "11.0")));
        assertThat(why(going, limited(null, 20.0), up))
                .isEqualTo(new Situation.Why("sender-limit", Map.of("partsPerSecond", "20.0")));
        assertThat(why(going, limited(1000.0, null), up).code()).isEqualTo("sending");
        assertThat(why(going, sender(Duty.ON), activity(GatewayState.Phase.UP, 100, false)))
                .isEqualTo(new Situation.Why("window-full", Map.of("window", "100")));
        assertThat(why(going, limited(11.0, null), activity(GatewayState.Phase.UP, 10, true)))
                .isEqualTo(new Situation.Why("operator-full", Map.of("messagesPerSecond", "40.0")));
    }

    @Test
    void whatWaitsForItsNextTryIsNotCalledSending() {
        Instant later = NOW.plusSeconds(60);
        SenderActivity up = activity(GatewayState.Phase.UP, 0, false);

        assertThat(why(detail(MailingState.RUNNING, false, later), sender(Duty.ON), up))
                .isEqualTo(new Situation.Why("waiting-to-retry", Map.of("at", later.toString())));
        assertThat(why(detail(MailingState.RUNNING, false, null), sender(Duty.ON), up)
                        .code())
                .isEqualTo("sending");
    }

    @Test
    void theEndIsExpectedByThePaceOfTheLastMinute() {
        Progress half = new Progress(100, 50, 50, 0, 0, 0, 0, 0, 0);
        Situation going = new Situation(
                run(RunState.SENDING, false),
                detail(MailingState.RUNNING, true, null),
                sender(Duty.ON),
                activity(GatewayState.Phase.UP, 10, false),
                TEN,
                false);

        assertThat(going.expectedEnd(half, NOW)).isEqualTo(NOW.plusSeconds(5));
    }
}
