package io.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.rig.Installation;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SendTest {
    private static final int MESSAGES = 1_000;

    @Test
    void measuresTheServerKannelAndThePrototypeAgainstTheSameSimulator() {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(table, true, StandardCharsets.UTF_8);
        SendOptions options = new SendOptions();
        new CommandLine(options)
                .parseArgs(
                        "--messages", "1000", "--pairs", "1", "--kannel-messages", "1000", "--kannel-windows", "100");

        JsonObject result = new SendBench(Installation.find(), options, System.err, out).run(false);

        assertThat(result.getJsonArray("failures")).isEmpty();
        assertThat(result.getInteger("messages")).isEqualTo(MESSAGES);
        assertThat(result.getJsonObject("peer").getString("name")).isEqualTo("kannel");
        assertThat(result.getDouble("ratio")).isPositive();
        assertThat(result.getJsonObject("cpuSecondsPer1000").fieldNames())
                .containsExactlyInAnyOrder("server", "postgres", "simulator", "peer");
        assertThat(result.getLong("peakResidentMb")).isPositive();
        assertThat(result.getJsonArray("cases")
                        .getJsonObject(1)
                        .getJsonObject("peer")
                        .getString("name"))
                .isEqualTo("prototype");
        assertThat(table.toString(StandardCharsets.UTF_8)).contains("kannel", "first");
    }
}
