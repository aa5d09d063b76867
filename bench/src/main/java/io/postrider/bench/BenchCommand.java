package io.postrider.bench;

import io.postrider.rig.Installation;
import io.postrider.rig.RigException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One bench on the command line, with the options that only it has. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--quick", description = "Fewer messages and fewer rounds: to see that it works, not for figures.")
    private boolean quick;

    @Spec
    private @Nullable CommandSpec spec;

    private final BenchOptions options;
    private final Function<Installation, Bench> kind;
    private final PrintStream out;
    private final PrintStream err;

    private BenchCommand(BenchOptions options, Function<Installation, Bench> kind, PrintStream out, PrintStream err) {
        this.options = options;
        this.kind = kind;
        this.out = out;
        this.err = err;
    }

    /**
     * What picocli needs to know of it.
     *
     * @param options annotated as a mixin
     */
    static CommandLine line(
            String description,
            BenchOptions options,
            Function<Installation, Bench> kind,
            PrintStream out,
            PrintStream err) {
        CommandLine line = new CommandLine(new BenchCommand(options, kind, out, err));
        line.addMixin("options", options);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    public Integer call() {
        if (!options.refusal().isEmpty()) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), options.refusal());
        }
        try {
            JsonObject result = kind.apply(Installation.find()).run(quick);
            JsonArray failures = result.getJsonArray("failures");
            failures.forEach(failure -> err.println("WRONG: " + failure));
            out.println(result.encode());
            return failures.isEmpty() ? 0 : 1;
        } catch (RigException refusal) {
            err.println("postrider: " + refusal.getMessage());
            return 1;
        }
    }
}
