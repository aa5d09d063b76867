package io.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.rig.Installation;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SoakTest {
    @Test
    void comparesTheEndOfARunWithItsBeginning() {
        SoakOptions options = new SoakOptions();
        new CommandLine(options).parseArgs("--messages", "100000", "--part", "20000");

        JsonObject result = new SoakBench(Installation.find(), options, System.err, System.err).run(true);

        assertThat(result.getJsonArray("failures")).isEmpty();
        assertThat(result.getInteger("messages")).isEqualTo(1_000);
        assertThat(result.getJsonArray("ratesByPart")).hasSize(5);
        assertThat(result.getDouble("ratio")).isPositive();
    }
}
