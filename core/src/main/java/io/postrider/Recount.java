package io.postrider;

import io.postrider.config.CannotStartException;
import io.postrider.config.Secret;
import io.postrider.config.Settings;
import io.postrider.message.RecountStore;
import io.postrider.message.RecountStore.CountedRun;
import io.postrider.message.RecountStore.Difference;
import io.postrider.sender.price.Amount;
import io.postrider.store.Database;
import io.postrider.store.EmbeddedPostgres;
import io.postrider.store.PostgresAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts every run again from its facts, beside a running server or alone, and says where a counter differs. */
@Command(
        name = "postrider recount",
        mixinStandardHelpOptions = true,
        version = "Postrider 0.1.0",
        description =
                "Counts every run again from its messages and events and compares that with the counters of reports.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every counter is right, or was made right",
            "1:some counters differ",
            "2:wrong options, or the database is out of reach; the reason is on standard error"
        })
public final class Recount implements Callable<Integer> {
    private static final int DIFFERENT = 1;
    private static final int FAILED = 2;
    private static final int CONNECTIONS = 2;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file with the settings of the server.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, such as data=/var/lib/postrider. May be given several times.")
    private List<String> set = List.of();

    @Option(names = "--run", paramLabel = "ID", description = "Only this run.")
    private @Nullable Long only;

    @Option(names = "--repair", description = "Make the counters that differ what the facts say.")
    private boolean repair;

    private final PrintStream output;
    private final PrintStream errors;

    Recount(PrintStream output, PrintStream errors) {
        this.output = output;
        this.errors = errors;
    }

    /** Counts and ends. */
    public static void main(String[] arguments) {
        PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new Recount(output, errors)).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            Settings settings = Settings.read(Optional.ofNullable(config), System.getenv(), set);
            Secret url = settings.database().url();
            return url.isEmpty() ? onOwn(settings.data().resolve("postgres")) : on(PostgresAddress.parse(url));
        } catch (CannotStartException refusal) {
            errors.println("postrider: " + refusal.getMessage());
            return FAILED;
        }
    }

    private int onOwn(Path folder) {
        Optional<PostgresAddress> running = EmbeddedPostgres.running(folder);
        if (running.isPresent()) {
            return on(running.get());
        }
        try (EmbeddedPostgres own = EmbeddedPostgres.start(folder)) {
            return on(own.address());
        }
    }

    private int on(PostgresAddress address) {
        Vertx vertx = Vertx.vertx();
        Database database = Database.open(vertx, address, CONNECTIONS, Database.Plans.FREE);
        try {
            return compare(new RecountStore(database));
        } catch (RuntimeException problem) {
            errors.println("postrider: The counters could not be compared: " + problem.getMessage());
            return FAILED;
        } finally {
            database.close().await();
            vertx.close().await();
        }
    }

    private int compare(RecountStore store) {
        int counted = 0;
        int different = 0;
        for (CountedRun run : now(store.runs())) {
            if (only == null || only == run.runId()) {
                counted++;
                different += isRight(store, run) ? 0 : 1;
            }
        }
        output.println(
                different == 0
                        ? "Counted " + counted + " runs again: every counter is right."
                        : "Counted " + counted + " runs again: the counters of " + different
                                + (repair ? " were wrong and are right now." : " are wrong."));
        return different == 0 || repair ? 0 : DIFFERENT;
    }

    private boolean isRight(RecountStore store, CountedRun run) {
        List<Difference> differences = now(store.differences(run.accountId(), run.runId()));
        differences.forEach(one -> output.println("run " + run.runId() + ", " + one.what() + ": the counter says "
                + one.rolled() + " messages of " + one.rolledParts() + " parts, the facts " + one.counted() + " of "
                + one.countedParts() + cost(one)));
        if (!differences.isEmpty() && repair) {
            now(store.repair(run));
        }
        return differences.isEmpty();
    }

    private static String cost(Difference one) {
        return one.rolledCost() == one.countedCost()
                ? ""
                : "; it says a cost of " + Amount.text(one.rolledCost()) + ", the facts "
                        + Amount.text(one.countedCost());
    }

    private static <T> T now(Future<T> future) {
        return future.recover(problem -> Future.failedFuture(new IllegalStateException(problem.getMessage(), problem)))
                .await();
    }
}
