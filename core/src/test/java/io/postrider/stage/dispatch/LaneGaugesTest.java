package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.sender.Lease;
import io.postrider.sender.SenderActivity;
import io.postrider.sender.SenderActivity.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LaneGaugesTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
    private final LaneGauges gauges = new LaneGauges(new Lease(1, 7, "node", 1), 100, BEGIN);

    private static Instant at(double seconds) {
        return BEGIN.plusMillis((long) (seconds * 1000));
    }

    private SenderActivity seen(double seconds) {
        gauges.publish(new Load(3, 1, 9, 50.0, null, false, null), at(seconds));
        return gauges.published();
    }

    private static Outcome accepted(long token, String... ids) {
        return new Outcome.Accepted(token, List.of(ids));
    }

    private static Inbound receipt(String id) {
        return new Inbound.Receipt(id, "", "", ReceiptState.DELIVERED, "", null, "", null);
    }

    @Test
    void messagesAndTheirPartsAreCountedApart() {
        gauges.outcomes(List.of(accepted(1, "a", "b"), accepted(2, "c")), at(1));
        SenderActivity.Pace pace = seen(2).pace();
        assertThat(pace.messages()).isEqualTo(2 / 5.0);
        assertThat(pace.parts()).isEqualTo(3 / 5.0);
        assertThat(pace.allowedMessages()).isEqualTo(50.0);
    }

    @Test
    void anAnswerAndAReceiptAreTimedFromWhatTheyAnswer() {
        for (int i = 0; i < 100; i++) {
            gauges.submitted(i, at(i));
            gauges.outcomes(List.of(accepted(i, "id" + i)), at(i + 0.010 * (i + 1)));
            gauges.inbound(List.of(receipt("id" + i)), at(i + 0.010 * (i + 1) + 2));
        }
        SenderActivity now = seen(110);
        SenderActivity.Delay latency = Objects.requireNonNull(now.submitLatency());
        assertThat(latency.samples()).isEqualTo(100);
        assertThat(latency.median()).isEqualTo(Duration.ofMillis(500));
        assertThat(latency.p95()).isEqualTo(Duration.ofMillis(950));
        assertThat(latency.p99()).isEqualTo(Duration.ofMillis(990));
        assertThat(Objects.requireNonNull(now.receiptDelay()).median()).isEqualTo(Duration.ofSeconds(2));
        assertThat(seen(110 + 400).submitLatency()).isNull();
    }

    @Test
    void errorsOfOneKindAreCountedTogether() {
        gauges.outcomes(
                List.of(
                        new Outcome.Rejected(1, ErrorClass.PERMANENT, "11", "invalid destination"),
                        new Outcome.Uncertain(2, "no answer"),
                        new Outcome.Rejected(3, ErrorClass.PERMANENT, "11", "invalid destination"),
                        new Outcome.Throttled(4, Duration.ofSeconds(1))),
                at(1));
        SenderActivity now = seen(2);
        assertThat(now.faults())
                .extracting(SenderActivity.Fault::kind)
                .containsExactly(FaultKind.THROTTLED, FaultKind.REFUSED, FaultKind.IN_DOUBT);
        assertThat(now.faults().get(1).count()).isEqualTo(2);
        assertThat(now.troubles()).hasSize(3);
        assertThat(now.pace().troubles()).isEqualTo(3 / 5.0);
    }

    @Test
    void errorsThatAllDifferStayFew() {
        List<Outcome> outcomes = IntStream.range(0, 500)
                .<Outcome>mapToObj(i -> new Outcome.Uncertain(i, "no answer to " + i))
                .toList();
        gauges.outcomes(outcomes, at(1));
        assertThat(seen(2).faults()).hasSize(50);
        assertThat(seen(2).troubles()).hasSize(20);
    }

    @Test
    void theHistoryHasAPointEveryFiveSecondsAndEndsAfterTenMinutes() {
        gauges.outcomes(List.of(accepted(1, "a"), accepted(2, "b")), at(6));
        List<SenderActivity.Point> points = seen(16).history();
        assertThat(points).extracting(SenderActivity.Point::messages).containsExactly(0.0, 0.4, 0.0);
        assertThat(points.get(1).at()).isEqualTo(at(5));
        assertThat(seen(10_000).history()).hasSize(120);
        assertThat(seen(10_000).history())
                .allSatisfy(point -> assertThat(point.messages()).isZero());
    }

    @Test
    void aLaneLooksTheSameUntilSomethingMoves() {
        SenderActivity before = seen(20);
        assertThat(seen(30).looksLike(before)).isTrue();
        gauges.outcomes(List.of(accepted(1, "a")), at(31));
        assertThat(seen(32).looksLike(before)).isFalse();
    }

    @Test
    void aConnectionIsLostOnceHoweverOftenItIsTriedAgain() {
        gauges.state(new GatewayState(GatewayState.Phase.UP, ""), at(10));
        assertThat(seen(11).since()).isEqualTo(at(10));
        gauges.state(new GatewayState(GatewayState.Phase.DOWN, "closed"), at(20));
        gauges.state(new GatewayState(GatewayState.Phase.CONNECTING, ""), at(25));
        gauges.state(new GatewayState(GatewayState.Phase.DOWN, "refused"), at(30));
        assertThat(seen(31).since()).isEqualTo(at(20));
        assertThat(seen(31).state().detail()).isEqualTo("refused");
    }
}
