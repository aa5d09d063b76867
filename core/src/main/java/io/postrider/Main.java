package io.postrider;

import io.postrider.config.CannotStartException;
import io.postrider.config.Settings;
import io.postrider.queue.LocalQueue;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the server, says where it is, and ends it in good order when the process is told to end. */
@Command(
        name = "postrider start",
        mixinStandardHelpOptions = true,
        version = "Postrider 0.1.0",
        description = "Runs the Postrider server until it is told to end (Ctrl-C).",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended as told", "1:could not start, the reason is on standard error", "2:wrong options"})
public final class Main implements Callable<Integer> {
    private static final int FAILED = 1;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with the settings that differ from the reference.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, such as web.port=9000. May be given several times.")
    private List<String> set = List.of();

    @Option(
            names = "--bundled",
            paramLabel = "FOLDER",
            description = "Folder with the plugins that come with Postrider; searched before those of the settings.")
    private @Nullable Path bundled;

    @Option(
            names = "--simulator",
            paramLabel = "FOLDER",
            description = "Folder with the simulator's jars, for rehearsals; without it the server cannot start one.")
    private @Nullable Path simulator;

    @Option(names = "--reference", description = "Print every setting with its default and end.")
    private boolean reference;

    private final PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Main() {}

    /** Runs until it is told to end. */
    public static void main(String[] arguments) {
        int code = new CommandLine(new Main()).execute(arguments);
        if (code != 0 || arguments.length > 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (reference) {
            output.print(Settings.reference());
            return 0;
        }
        try {
            Settings settings = Settings.read(Optional.ofNullable(config), System.getenv(), set);
            serve(settings);
            return 0;
        } catch (CannotStartException refusal) {
            errors.println("postrider: " + refusal.getMessage());
            return FAILED;
        }
    }

    private void serve(Settings settings) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Server server = Server.start(
                settings,
                Optional.ofNullable(bundled).stream().toList(),
                Optional.ofNullable(simulator),
                LocalQueue::new,
                Clock.systemUTC());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            ended.countDown();
                        },
                        "end"));
        server.firstPassword()
                .ifPresent(password ->
                        output.println("The first user is " + settings.admin().login() + " with the password "
                                + password + " . It is shown only this once."));
        output.println("Postrider is ready: http://" + server.address() + "/");
        end.await();
        ended.await();
    }
}
