package io.postrider.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TempoTest {
    private static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void aRunThatSendsTenASecondGoesTenASecond() {
        Tempo tempo = new Tempo(BEGIN);
        for (int second = 0; second < 20; second++) {
            tempo.add(10, 20, 5, BEGIN.plusSeconds(second));
        }

        Pace pace = tempo.pace(BEGIN.plusSeconds(20));

        assertThat(pace.messagesPerSecond()).isEqualTo(10);
        assertThat(pace.partsPerSecond()).isEqualTo(20);
        assertThat(pace.receiptsPerSecond()).isEqualTo(5);
        assertThat(pace.minuteAverage()).isEqualTo(10);
        assertThat(pace.history()).hasSize(4).allSatisfy(point -> {
            assertThat(point.sent()).isEqualTo(50);
            assertThat(point.receipts()).isEqualTo(25);
        });
        assertThat(pace.history().get(0).at()).isEqualTo(BEGIN);
    }

    @Test
    void aRunThatStandsStillFallsToNothingAndItsPastIsForgotten() {
        Tempo tempo = new Tempo(BEGIN);
        tempo.add(100, 100, 0, BEGIN);

        assertThat(tempo.pace(BEGIN.plusSeconds(3)).messagesPerSecond()).isEqualTo(20);
        assertThat(tempo.pace(BEGIN.plusSeconds(30)).messagesPerSecond()).isZero();
        assertThat(tempo.pace(BEGIN.plusSeconds(400)).history().get(0).sent()).isEqualTo(100);
        Pace late = tempo.pace(BEGIN.plusSeconds(5000));
        assertThat(late.history())
                .hasSize(119)
                .allSatisfy(point -> assertThat(point.sent()).isZero());
    }
}
