package io.postrider.bench;

import java.util.List;
import picocli.CommandLine.Option;

/** What only the bench of a long run can be told. */
final class SoakOptions implements BenchOptions {
    private static final int QUICK_DIVISOR = 100;

    @Option(
            names = "--messages",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "How many people there are (${DEFAULT-VALUE})")
    private int messages;

    @Option(
            names = "--part",
            defaultValue = "100000",
            paramLabel = "N",
            description = "Messages of the first and the last part, whose rates are compared (${DEFAULT-VALUE})")
    private int part;

    @Option(
            names = "--server-jvm",
            paramLabel = "OPTION",
            description = "An option of the server's JVM, such as -XX:StartFlightRecording=filename=/tmp/x.jfr")
    private List<String> serverJvm;

    SoakOptions() {
        serverJvm = List.of();
    }

    int messages(boolean quick) {
        return quick ? Math.max(2, messages / QUICK_DIVISOR) : messages;
    }

    int part(boolean quick) {
        return quick ? Math.max(1, part / QUICK_DIVISOR) : part;
    }

    List<String> serverJvm() {
        return serverJvm;
    }

    @Override
    public String refusal() {
        return part < 1 || messages < 2 * part ? "There must be at least two parts of at least one message." : "";
    }
}
