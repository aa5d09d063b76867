package io.postrider.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.mailing.MailingState;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunState;
import io.postrider.sender.Sender;
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

    private static Sender sender(boolean paused) {
        return new Sender(
                1,
                7,
                "S",
                "sms",
                "smpp",
                Map.of(),
                "SHOP",
                null,
                null,
                Duration.ofHours(1),
                10,
                100,
                paused,
                false,
                1,
                NOW);
    }

    private static Situation situation(Run run, RunDetail detail, @Nullable Sender sender) {
        return new Situation(run, detail, sender, null, TEN);
    }

    @Test
    void whoHoldsItIsNamed() {
        RunDetail paused = detail(MailingState.PAUSED, true, null);

        assertThat(situation(run(RunState.SENDING, false), paused, sender(false))
                        .why())
                .isEqualTo(new Situation.Why("paused", Map.of("by", "bob", "at", NOW.toString())));
        assertThat(situation(run(RunState.SENDING, true), paused, sender(false)).why())
                .isEqualTo(new Situation.Why("stopped", Map.of("by", "eve", "at", NOW.toString())));
    }

    @Test
    void theSenderIsLookedAtWhenTheRunIsFreeToGo() {
        RunDetail going = detail(MailingState.RUNNING, true, null);

        assertThat(situation(run(RunState.MEASURING, false), going, sender(false))
                        .why()
                        .code())
                .isEqualTo("measuring");
        assertThat(situation(run(RunState.SENDING, false), going, sender(true)).why())
                .isEqualTo(new Situation.Why("sender-paused", Map.of("sender", "S")));
        assertThat(situation(run(RunState.SENDING, false), going, sender(false))
                        .why()
                        .code())
                .isEqualTo("sender-not-running");
        assertThat(situation(run(RunState.FINISHED, false), going, sender(false))
                        .why()
                        .code())
                .isEqualTo("awaiting-receipts");
        assertThat(situation(run(RunState.RESTED, true), going, sender(false))
                        .why()
                        .code())
                .isEqualTo("done");
    }

    @Test
    void nobodyPromisesAnEndWhileItStands() {
        Progress half = new Progress(100, 50, 50, 0, 0, 0, 0, 0, 0);

        assertThat(situation(run(RunState.SENDING, false), detail(MailingState.PAUSED, true, null), sender(false))
                        .expectedEnd(half, NOW))
                .isNull();
    }
}
