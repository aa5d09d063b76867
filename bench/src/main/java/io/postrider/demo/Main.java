package io.postrider.demo;

import io.postrider.rig.Installation;
import io.postrider.rig.Ports;
import io.postrider.rig.RigException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The demo on the command line. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Imports a list, sends everyone on it a message through the simulator, waits until all receipts and"
                        + " clicks are there, and shows the journal. Then it goes on serving.")
public final class Main implements Callable<Integer> {
    private static final String SAMPLE_PHONE = "Telephone";
    private static final String SAMPLE_KEY = "Establishment Permit #";

    @Option(names = "--exit", description = "Stop everything at the end instead of going on serving.")
    private boolean exit;

    @Option(names = "--input", paramLabel = "FILE", description = "CSV file to import instead of the sample list.")
    private @Nullable Path input;

    @Option(names = "--phone-column", paramLabel = "NAME", description = "Its column with the phones.")
    private @Nullable String phone;

    @Option(
            names = "--key-column",
            paramLabel = "NAME",
            description = "Its column that tells people apart; without it the phone does.")
    private @Nullable String key;

    @Option(
            names = "--country",
            paramLabel = "CC",
            defaultValue = "US",
            description = "Country of phones without a plus sign (${DEFAULT-VALUE}).")
    private String country;

    @Option(names = "--free-ports", description = "Take any free ports instead of 8080, 8081, 8082, 2775 and 8775.")
    private boolean freePorts;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Main() {}

    /** Runs the demo, and serves until it is told to end. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            Installation installation = Installation.find();
            Demo demo = new Demo(installation, freePorts ? Ports.free() : Ports.usual(), input(installation), out);
            return demo.run(exit);
        } catch (RigException refusal) {
            err.println("postrider: " + refusal.getMessage());
            return 1;
        }
    }

    private Input input(Installation installation) {
        if (input == null) {
            if (phone != null || key != null) {
                throw new RigException("--phone-column and --key-column belong to a file: name it with --input.");
            }
            return new Input(installation.sample(), SAMPLE_PHONE, Optional.of(SAMPLE_KEY), country);
        }
        if (phone == null) {
            throw new RigException("Say with --phone-column which column of " + input + " holds the phones.");
        }
        return new Input(input.toAbsolutePath(), phone, Optional.ofNullable(key), country);
    }
}
