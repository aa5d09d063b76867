package io.postrider.bench;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** What only the bench of the simulator can be told. */
final class SimulatorOptions implements BenchOptions {
    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "async-1,async-4,jsmpp,cloudhopper",
            paramLabel = "NAME",
            description = "The clients that load it, or none (${DEFAULT-VALUE})")
    private List<String> clients;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            paramLabel = "N",
            description = "How often each side is measured (${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "3",
            paramLabel = "N",
            description = "How long a server is warmed up, and then measured (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--soak",
            defaultValue = "0",
            paramLabel = "N",
            description = "Send it so many messages in 256 MB afterwards, such as 5000000 (off)")
    private long soak;

    @Option(
            names = "--phones",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "To how many different phones messages go (${DEFAULT-VALUE})")
    private long phones;

    @Option(
            names = "--page",
            defaultValue = "0",
            paramLabel = "N",
            description = "Measure it also while so many people have its page open (off)")
    private int page;

    @Option(
            names = "--starts",
            defaultValue = "0",
            paramLabel = "N",
            description = "Measure so many times how long it takes to start (off)")
    private int starts;

    @Option(
            names = "--quiet-example",
            description = "Keep the example from writing its log, which as it comes takes most of its time (off)")
    private boolean quietExample;

    @Option(
            names = "--simulator-jvm",
            paramLabel = "OPTION",
            description = "An option of its JVM, such as -XX:StartFlightRecording=filename=/tmp/x.jfr")
    private List<String> jvm;

    SimulatorOptions() {
        clients = List.of();
        jvm = List.of();
    }

    /** Names of the clients; "none" stands for an empty list. */
    List<String> clients() {
        return clients.equals(List.of("none")) ? List.of() : clients;
    }

    int rounds() {
        return rounds;
    }

    Duration time() {
        return Duration.ofSeconds(seconds);
    }

    long soak() {
        return soak;
    }

    long phones() {
        return phones;
    }

    int page() {
        return page;
    }

    int starts() {
        return starts;
    }

    boolean exampleLog() {
        return !quietExample;
    }

    List<String> jvm() {
        return jvm;
    }

    @Override
    public String refusal() {
        if (rounds < 1 || seconds < 1 || phones < 1) {
            return "There must be at least one round, one second and one phone.";
        }
        if (soak < 0 || page < 0 || starts < 0) {
            return "Neither messages of the soak, nor readers of the page, nor starts can be fewer than none.";
        }
        List<String> unknown = clients().stream()
                .filter(name -> !LoadCase.KINDS.containsKey(name))
                .toList();
        return unknown.isEmpty()
                ? ""
                : "There is no client " + unknown.get(0) + "; there are " + String.join(", ", LoadCase.KINDS.keySet())
                        + ".";
    }
}
