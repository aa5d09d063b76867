package io.postrider.bench;

import picocli.CommandLine.Option;

/** What only the bench of single messages can be told. */
final class ApiOptions implements BenchOptions {
    private static final int QUICK_SECONDS = 3;
    private static final int QUICK_DIVISOR = 20;

    @Option(
            names = "--messages",
            defaultValue = "100000",
            paramLabel = "N",
            description = "People who get each broadcast; there are always two under way (${DEFAULT-VALUE})")
    private int messages;

    @Option(
            names = "--rate",
            defaultValue = "20",
            paramLabel = "N",
            description = "Calls a second, whether the earlier ones are answered or not (${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "30",
            paramLabel = "N",
            description = "How long calls are made, first without and then with broadcasts (${DEFAULT-VALUE})")
    private int seconds;

    int messages(boolean quick) {
        return quick ? Math.max(1, messages / QUICK_DIVISOR) : messages;
    }

    int rate() {
        return rate;
    }

    int seconds(boolean quick) {
        return quick ? Math.min(seconds, QUICK_SECONDS) : seconds;
    }

    @Override
    public String refusal() {
        return messages < 1 || rate < 1 || seconds < 1
                ? "There must be at least one message, one call a second and one second."
                : "";
    }
}
