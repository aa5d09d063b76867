package io.postrider.simulator;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The simulator on the command line. */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "An SMS operator with subscribers, for trying things out: an SMPP 3.4 server that sends receipts"
                + " and whose people click links. What happens to a phone depends on the seed and the phone alone.")
public final class Main implements Callable<Integer> {
    private static final long START_SECONDS = 30;
    private static final long STOP_SECONDS = 5;

    @Option(
            names = "--smpp-port",
            defaultValue = "2775",
            description = "Port for SMPP; 0 takes a free one (${DEFAULT-VALUE})")
    private int smppPort;

    @Option(
            names = "--http-port",
            defaultValue = "8775",
            description = "Port of the page and the REST interface; 0 takes a free one (${DEFAULT-VALUE})")
    private int httpPort;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE})")
    private String host;

    @Option(names = "--account", defaultValue = "postrider", description = "system_id that may bind (${DEFAULT-VALUE})")
    private String account;

    @Option(
            names = "--password",
            defaultValue = "simulate",
            description = "Its password, at most 8 characters (${DEFAULT-VALUE})")
    private String password;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of everything that looks like chance (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--latency",
            defaultValue = "0",
            paramLabel = "MS",
            description = "Until a submit is answered (${DEFAULT-VALUE})")
    private long latency;

    @Option(
            names = "--receipt-delay",
            defaultValue = "100",
            paramLabel = "MS",
            description = "From the answer to the receipt (${DEFAULT-VALUE})")
    private long receiptDelay;

    @Option(
            names = "--delivered",
            defaultValue = "96",
            paramLabel = "PERCENT",
            description = "Share of accepted messages that are delivered (${DEFAULT-VALUE})")
    private double delivered;

    @Option(
            names = "--undelivered",
            defaultValue = "3",
            paramLabel = "PERCENT",
            description = "Share that is not (${DEFAULT-VALUE})")
    private double undelivered;

    @Option(
            names = "--expired",
            defaultValue = "1",
            paramLabel = "PERCENT",
            description = "Share that expires (${DEFAULT-VALUE})")
    private double expired;

    @Option(
            names = "--refused",
            defaultValue = "0",
            paramLabel = "PERCENT",
            description = "Share of phones that are not accepted (${DEFAULT-VALUE})")
    private double refused;

    @Option(
            names = "--click",
            defaultValue = "30",
            paramLabel = "PERCENT",
            description = "Share of people who click a link they receive (${DEFAULT-VALUE})")
    private double click;

    @Option(
            names = "--delivery-window",
            defaultValue = "2000",
            description = "deliver_sm a bind may have unanswered (${DEFAULT-VALUE})")
    private int deliveryWindow;

    @Option(
            names = "--keep-messages",
            defaultValue = "50000",
            description = "Messages kept with their text (${DEFAULT-VALUE})")
    private int keptMessages;

    @Option(
            names = "--end-with-input",
            description = "End when standard input ends, so that it ends with whoever started it")
    private boolean endWithInput;

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /** Runs until it is told to end by SIGTERM or Ctrl-C. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "simulator-logback.xml");
        int code = new CommandLine(new Main()).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = commandLine().getErr();
        try {
            run(new Simulator(settings()));
            return 0;
        } catch (IllegalArgumentException impossible) {
            err.println(impossible.getMessage());
        } catch (ExecutionException | TimeoutException problem) {
            Throwable cause = problem.getCause();
            err.println("The simulator cannot listen on " + host + " at the ports " + smppPort + " and " + httpPort
                    + ": " + (cause == null ? "it took too long" : cause.getMessage()) + ".");
        }
        err.flush();
        return 1;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private SimulatorSettings settings() {
        var behaviour = new Behaviour(
                seed,
                Duration.ofMillis(latency),
                Duration.ofMillis(receiptDelay),
                delivered,
                undelivered,
                expired,
                refused,
                click);
        return new SimulatorSettings(
                host, smppPort, httpPort, account, password, deliveryWindow, keptMessages, behaviour);
    }

    private void run(Simulator simulator) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            await(simulator.start(), START_SECONDS);
        } catch (ExecutionException | TimeoutException problem) {
            await(simulator.stop(), STOP_SECONDS);
            throw problem;
        }
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator, ended), "stop"));
        if (endWithInput) {
            endWithInput();
        }
        PrintWriter out = commandLine().getOut();
        out.println("Postrider simulator is ready: smpp=" + host + ":" + simulator.smppPort() + " http=http://" + host
                + ":" + simulator.httpPort());
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
