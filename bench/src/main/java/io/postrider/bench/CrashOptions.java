package io.postrider.bench;

import picocli.CommandLine.Option;

/** What only the bench of crashes can be told. */
final class CrashOptions implements BenchOptions {
    private static final int QUICK_PEOPLE = 6_000;
    private static final int QUICK_KILLS = 2;

    @Option(
            names = "--kills",
            defaultValue = "200",
            paramLabel = "N",
            description = "How often the server is killed (${DEFAULT-VALUE})")
    private int kills;

    @Option(
            names = "--kills-per-run",
            defaultValue = "1",
            paramLabel = "N",
            description = "How often it is killed in the same run (${DEFAULT-VALUE})")
    private int killsPerRun;

    @Option(
            names = "--messages",
            defaultValue = "20000",
            paramLabel = "N",
            description = "Messages of each run (${DEFAULT-VALUE})")
    private int messages;

    @Option(
            names = "--seed",
            defaultValue = "0",
            paramLabel = "N",
            description = "Of the moments; 0 takes another each time and says which")
    private long seed;

    int kills(boolean quick) {
        return quick ? Math.min(kills, QUICK_KILLS) : kills;
    }

    int killsPerRun() {
        return killsPerRun;
    }

    int messages(boolean quick) {
        return quick ? Math.min(messages, QUICK_PEOPLE) : messages;
    }

    /** The one that was given, or one by the clock. */
    long seed() {
        return seed == 0 ? System.nanoTime() : seed;
    }

    @Override
    public String refusal() {
        return kills < 1 || killsPerRun < 1 || messages < 1 ? "There must be at least one kill and one message." : "";
    }
}
