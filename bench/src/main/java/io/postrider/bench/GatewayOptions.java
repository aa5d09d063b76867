package io.postrider.bench;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** What only the bench of the gateway can be told. */
final class GatewayOptions implements BenchOptions {
    private static final int QUICK_ROUNDS = 2;
    private static final Duration QUICK_TIME = Duration.ofMillis(500);

    @Option(
            names = "--pairs",
            defaultValue = "5",
            paramLabel = "N",
            description = "How often each side is measured (${DEFAULT-VALUE})")
    private int pairs;

    @Option(
            names = "--seconds",
            defaultValue = "8",
            paramLabel = "N",
            description = "How long a side is warmed up, and then measured (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--simulator-jvm",
            paramLabel = "OPTION",
            description = "An option of the simulator's JVM; the gateway runs in the bench's own.")
    private List<String> jvm;

    GatewayOptions() {
        jvm = List.of();
    }

    int pairs(boolean quick) {
        return quick ? Math.min(pairs, QUICK_ROUNDS) : pairs;
    }

    Duration time(boolean quick) {
        return quick ? QUICK_TIME : Duration.ofSeconds(seconds);
    }

    List<String> jvm() {
        return jvm;
    }

    @Override
    public String refusal() {
        return pairs < 1 || seconds < 1 ? "There must be at least one pair and one second." : "";
    }
}
