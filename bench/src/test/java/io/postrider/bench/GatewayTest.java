package io.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.rig.Installation;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class GatewayTest {
    @Test
    void comparesTheGatewayWithJsmppAndABareClientWithAndWithoutReceipts() {
        GatewayOptions options = new GatewayOptions();
        new CommandLine(options).parseArgs("--pairs", "1");

        JsonObject result = new GatewayBench(Installation.find(), options, System.err, System.err).run(true);

        assertThat(result.getJsonArray("failures")).isEmpty();
        assertThat(result.getJsonArray("cases")).hasSize(4);
        assertThat(result.getJsonObject("peer").getString("name")).isEqualTo("jsmpp-64");
        assertThat(result.getDouble("ratio")).isPositive();
    }
}
