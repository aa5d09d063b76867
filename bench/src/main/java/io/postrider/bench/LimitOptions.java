package io.postrider.bench;

import picocli.CommandLine.Option;

/** What only the bench of the speed limit can be told. */
final class LimitOptions implements BenchOptions {
    private static final int QUICK_SECONDS = 5;

    @Option(
            names = "--limit",
            defaultValue = "500",
            paramLabel = "N",
            description = "The sender's limit in messages a second (${DEFAULT-VALUE})")
    private int limit;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            paramLabel = "N",
            description = "How long is measured (${DEFAULT-VALUE})")
    private int seconds;

    int limit() {
        return limit;
    }

    int seconds(boolean quick) {
        return quick ? Math.min(seconds, QUICK_SECONDS) : seconds;
    }

    @Override
    public String refusal() {
        return limit < 1 || seconds < 1 ? "There must be at least one message a second and one second." : "";
    }
}
