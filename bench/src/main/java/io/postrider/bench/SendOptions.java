package io.postrider.bench;

import java.util.List;
import picocli.CommandLine.Option;

/** What only the bench of sending can be told. */
final class SendOptions implements BenchOptions {
    private static final int QUICK_DIVISOR = 20;
    private static final int QUICK_PAIRS = 2;

    @Option(
            names = "--messages",
            defaultValue = "100000",
            paramLabel = "N",
            description = "How many people there are, each of whom gets a message in each lap (${DEFAULT-VALUE})")
    private int messages;

    @Option(
            names = "--pairs",
            defaultValue = "5",
            paramLabel = "N",
            description = "How often each side is measured (${DEFAULT-VALUE})")
    private int pairs;

    @Option(
            names = "--kannel-messages",
            defaultValue = "20000",
            paramLabel = "N",
            description = "Messages of a lap of Kannel, which takes longer for each (${DEFAULT-VALUE})")
    private int kannelMessages;

    @Option(
            names = "--kannel-windows",
            split = ",",
            defaultValue = "10,100,500",
            paramLabel = "N",
            description = "Windows of Kannel that are tried, of which the best is taken (${DEFAULT-VALUE})")
    private List<Integer> kannelWindows;

    @Option(
            names = "--server-jvm",
            paramLabel = "OPTION",
            description = "An option of the server's JVM, such as -XX:StartFlightRecording=filename=/tmp/x.jfr")
    private List<String> serverJvm;

    SendOptions() {
        kannelWindows = List.of();
        serverJvm = List.of();
    }

    /** Few of everything where it only has to work. */
    int messages(boolean quick) {
        return quick ? Math.max(1, messages / QUICK_DIVISOR) : messages;
    }

    int pairs(boolean quick) {
        return quick ? Math.min(pairs, QUICK_PAIRS) : pairs;
    }

    int kannelMessages(boolean quick) {
        return quick ? Math.max(1, kannelMessages / QUICK_DIVISOR) : kannelMessages;
    }

    List<Integer> kannelWindows() {
        return kannelWindows;
    }

    List<String> serverJvm() {
        return serverJvm;
    }

    @Override
    public String refusal() {
        if (messages < 1 || pairs < 1 || kannelMessages < 1) {
            return "There must be at least one message and one pair.";
        }
        return kannelWindows.stream().anyMatch(window -> window < 1) ? "A window has at least one message." : "";
    }
}
