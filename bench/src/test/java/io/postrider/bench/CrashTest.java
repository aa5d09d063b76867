package io.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.rig.Installation;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CrashTest {
    private static final int PEOPLE = 20_000;
    private static final int RUNS = 4;

    @Test
    void aServerThatIsKilledTwentyTimesWhileItSendsForgetsNobodyWritesToNobodyTwiceAndCountsRight() {
        PrintStream log = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        CrashOptions options = new CrashOptions();
        new CommandLine(options).parseArgs("--messages", "20000", "--kills", "20", "--kills-per-run", "5");
        CrashBench bench =
                new CrashBench(Installation.find(), Path.of("target/crash").toAbsolutePath(), options, log);

        JsonObject result = bench.run(false);

        assertThat(result.getJsonArray("failures")).isEmpty();
        assertThat(result.getLong("duplicates")).isZero();
        assertThat(result.getLong("lost")).isZero();
        assertThat(result.getLong("messages")).isEqualTo((long) PEOPLE * RUNS);
        assertThat(result.getString("recount")).isEqualTo("Counted 4 runs again: every counter is right.");
    }
}
