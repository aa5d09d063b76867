package io.postrider.bench;

import io.postrider.rig.Installation;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benches on the command line. Progress goes to standard error, the last line of standard output is one JSON object. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME",
        description =
                "Measures a server of its own, on free ports, driven by its public API. Each bench says more with --help.")
public final class Main {
    private final PrintStream out = Listened.of(FileDescriptor.out);
    private final PrintStream err = Listened.of(FileDescriptor.err);
    private final CommandLine line = new CommandLine(this);

    private Main() {
        SendOptions send = new SendOptions();
        add(
                "send",
                "How many messages a second go out and have their receipts with everything durable, beside Kannel.",
                send,
                installation -> new SendBench(installation, send, err, out));
        GatewayOptions gateway = new GatewayOptions();
        add(
                "gateway",
                "How many messages a second the SMPP gateway brings to the simulator, beside jsmpp and a bare client.",
                gateway,
                installation -> new GatewayBench(installation, gateway, err, out));
        LimitOptions limit = new LimitOptions();
        add(
                "limit",
                "How exactly a sender's speed limit is held.",
                limit,
                installation -> new LimitBench(installation, limit, err, out));
        ApiOptions api = new ApiOptions();
        add(
                "api",
                "How long a single message takes from the call of the API to submit_sm, beside broadcasts.",
                api,
                installation -> new ApiBench(installation, api, err, out));
        addLong();
    }

    private void addLong() {
        SoakOptions soak = new SoakOptions();
        add(
                "soak",
                "Whether a long run is as fast at its end as at its beginning.",
                soak,
                installation -> new SoakBench(installation, soak, err, out));
        CrashOptions crash = new CrashOptions();
        add(
                "crash",
                "Kills the server while it sends, and counts who got a message twice and who was forgotten.",
                crash,
                installation -> new CrashBench(installation, installation.folder("crash"), crash, err));
        SimulatorOptions simulator = new SimulatorOptions();
        add(
                "simulator",
                "How many messages a second the SMSC simulator takes, beside the example of jsmpp.",
                simulator,
                installation -> new SimulatorBench(installation, simulator, err, out));
    }

    private void add(String name, String description, BenchOptions options, Function<Installation, Bench> kind) {
        line.addSubcommand(name, BenchCommand.line(description, options, kind, out, err));
    }

    /** Runs one bench. */
    public static void main(String[] arguments) {
        System.exit(new Main().line.execute(arguments));
    }
}
