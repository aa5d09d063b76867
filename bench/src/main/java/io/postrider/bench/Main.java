package io.postrider.bench;

import io.postrider.rig.Installation;
import io.postrider.rig.RigException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The benches on the command line. Progress goes to standard error, the last line of standard output is one JSON object. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures a server of its own, on free ports, driven by its public API.",
            "send: how many messages a second go out and have their receipts, with everything durable.",
            "crash: kills the server while it sends, and counts who got a message twice and who was forgotten.",
            "simulator: how many messages a second the SMSC simulator takes, beside the example of jsmpp."
        })
public final class Main implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "send, crash or simulator.")
    private String name;

    @Option(names = "--quick", description = "Fewer messages and fewer rounds: to see that it works, not for figures.")
    private boolean quick;

    @ArgGroup(exclusive = false, heading = "%nOf the bench simulator alone:%n")
    private @Nullable SimulatorOptions simulator;

    @Spec
    private @Nullable CommandSpec spec;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Main() {
        name = "";
    }

    /** Runs one bench. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            Bench bench = bench(Installation.find());
            JsonObject result = bench.run(quick);
            JsonArray failures = result.getJsonArray("failures");
            failures.forEach(failure -> err.println("WRONG: " + failure));
            out.println(result.encode());
            return failures.isEmpty() ? 0 : 1;
        } catch (RigException refusal) {
            err.println("postrider: " + refusal.getMessage());
            return 1;
        }
    }

    private Bench bench(Installation installation) {
        if (simulator != null && !name.equals("simulator")) {
            throw wrongUse("The bench " + name + " has no such option.");
        }
        SimulatorOptions options = simulator == null ? SimulatorOptions.usual() : simulator;
        if (!options.refusal().isEmpty()) {
            throw wrongUse(options.refusal());
        }
        List<Bench> benches = List.of(
                new SendBench(installation, err, out),
                new CrashBench(installation, installation.folder("crash"), err),
                new SimulatorBench(installation, options, err, out));
        return benches.stream()
                .filter(bench -> bench.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrongUse("There is no bench " + name + "; there are send, crash and simulator."));
    }

    private ParameterException wrongUse(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
