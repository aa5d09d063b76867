package io.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.rig.Installation;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LimitTest {
    @Test
    void measuresTheLimitByTheTimesOfTheWrites() {
        LimitOptions options = new LimitOptions();
        new CommandLine(options).parseArgs("--limit", "100", "--seconds", "1");

        JsonObject result = new LimitBench(Installation.find(), options, System.err, System.err).run(true);

        assertThat(result.getJsonArray("failures")).isEmpty();
        assertThat(result.getDouble("average")).isPositive();
        assertThat(result.getInteger("fullestSecond")).isPositive();
    }
}
