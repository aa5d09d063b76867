package io.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.rig.Installation;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ApiTest {
    @Test
    void everySingleMessageReachesTheSimulatorBesideBroadcasts() {
        ApiOptions options = new ApiOptions();
        new CommandLine(options).parseArgs("--messages", "20000", "--rate", "10", "--seconds", "1");

        JsonObject result = new ApiBench(Installation.find(), options, System.err, System.err).run(true);

        assertThat(result.getJsonArray("failures")).isEmpty();
        assertThat(result.getJsonObject("ours").getInteger("calls")).isEqualTo(10);
        assertThat(result.getJsonObject("ours").getDouble("p99")).isPositive();
        assertThat(result.getJsonObject("withoutBroadcast").getInteger("calls")).isEqualTo(10);
    }
}
