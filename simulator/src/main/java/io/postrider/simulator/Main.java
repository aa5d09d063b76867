package io.postrider.simulator;

import io.postrider.simulator.scenario.Scenario;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The simulator on the command line. */
@Command(
        name = "simulator",
        version = "Postrider simulator 0.1.0",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "An SMS operator with subscribers, for trying things out: an SMPP 3.4 server that sends receipts"
                + " and whose people click links. What happens to a phone depends on the seed and the phone alone.")
public final class Main implements Callable<Integer> {
    private static final long START_SECONDS = 30;
    private static final long STOP_SECONDS = 5;

    @Mixin
    private final Options options = new Options();

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /** Runs until it is told to end by SIGTERM or Ctrl-C. */
    public static void main(String[] arguments) {
        logWarnings();
        int code = new CommandLine(new Main()).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** On standard error. Said here and not in a file, which would also speak for whoever has the simulator in a test. */
    private static void logWarnings() {
        setDefault("defaultLogLevel", "warn");
        setDefault("showDateTime", "true");
        setDefault("dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSS");
        setDefault("showThreadName", "false");
        setDefault("showShortLogName", "true");
    }

    private static void setDefault(String name, String value) {
        String property = "org.slf4j.simpleLogger." + name;
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = commandLine().getErr();
        try {
            Scenario scenario = options.scenario();
            run(new Simulator(options.settings(scenario)), scenario);
            return 0;
        } catch (IllegalArgumentException impossible) {
            err.println(impossible.getMessage());
        } catch (ExecutionException | TimeoutException problem) {
            Throwable cause = problem.getCause();
            err.println("The simulator cannot listen on " + options.host() + " at the ports " + options.smppPort()
                    + " and " + options.httpPort() + ": "
                    + (cause == null ? "it took too long" : cause.getMessage()) + ".");
        }
        err.flush();
        return 1;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private void run(Simulator simulator, @Nullable Scenario scenario)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            await(simulator.start(), START_SECONDS);
        } catch (ExecutionException | TimeoutException problem) {
            await(simulator.stop(), STOP_SECONDS);
            throw problem;
        }
        if (scenario != null) {
            await(simulator.play(scenario), START_SECONDS);
        } else if (!options.preset().isEmpty()) {
            await(simulator.startedWith(options.preset()), START_SECONDS);
        }
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator, ended), "stop"));
        if (options.endsWithInput()) {
            endWithInput();
        }
        PrintWriter out = commandLine().getOut();
        out.println("Postrider simulator is ready: smpp=" + options.host() + ":" + simulator.smppPort()
                + (options.hasTls() ? " tls=" + options.host() + ":" + simulator.tlsPort() : "") + " http=http://"
                + options.host() + ":" + simulator.httpPort());
        out.flush();
        ended.await();
    }

    private static void endWithInput() {
        Thread watch = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException gone) {
                        // whoever started it is gone, which is what is waited for
                    }
                    System.exit(0);
                },
                "end with input");
        watch.setDaemon(true);
        watch.start();
    }

    private static void stop(Simulator simulator, CountDownLatch ended) {
        try {
            await(simulator.stop(), STOP_SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException hasty) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private static <T> T await(Future<T> future, long seconds)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    }
}
