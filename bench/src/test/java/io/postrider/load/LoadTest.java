package io.postrider.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Simulator;
import io.postrider.simulator.junit.SimulatorExtension;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SimulatorExtension.class)
class LoadTest {
    private static final long MESSAGES = 1_000;
    private static final long PHONES = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("async, one bind", AsyncClient.kind(1, 100)),
                Arguments.of("async, four binds", AsyncClient.kind(4, 100)),
                Arguments.of("jsmpp", JsmppClient.kind(20)),
                Arguments.of("cloudhopper", CloudhopperClient.kind(100)),
                Arguments.of("gateway", GatewayClient.kind(100)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void countsWhatTheSimulatorCounts(String name, LoadClient.Kind kind, Simulator simulator) {
        Tally tally = new Tally();
        Load load;
        try (LoadClient client = kind.bind(new Account(simulator.smppPort(), "postrider", "simulate"), tally)) {
            load = Load.run(client, tally, Feed.of(0, MESSAGES, PHONES, true), PATIENCE);
        }

        JsonObject seen = statistics(simulator);
        assertThat(load.accepted()).isEqualTo(MESSAGES).isEqualTo(seen.getLong("submitted"));
        assertThat(load.refused()).isZero().isEqualTo(seen.getLong("refused"));
        assertThat(load.receipts()).isEqualTo(MESSAGES);
        assertThat(seen.getLong("phones")).isEqualTo(PHONES);
        assertThat(load.rate()).isPositive().isGreaterThanOrEqualTo(load.pairRate());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void asksForNoReceiptUnlessItIsTold(String name, LoadClient.Kind kind, Simulator simulator) {
        Tally tally = new Tally();
        try (LoadClient client = kind.bind(new Account(simulator.smppPort(), "postrider", "simulate"), tally)) {
            Load load = Load.run(client, tally, Feed.of(0, MESSAGES, MESSAGES, false), PATIENCE);

            assertThat(load.accepted()).isEqualTo(MESSAGES);
        }
        assertThat(statistics(simulator).getLong("receiptsWaiting")).isZero();
        assertThat(tally.receipts()).isZero();
    }

    private static JsonObject statistics(Simulator simulator) {
        return simulator.statistics().toCompletionStage().toCompletableFuture().join();
    }
}
