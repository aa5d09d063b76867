package io.postrider.simulator.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.behaviour.Behaviour;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What clients of others send is what the simulator shows, and they understand what it answers. */
@Timeout(90)
class InteropTest {
    private static final long PATIENCE = 15;

    private final Simulator simulator = new Simulator(SimulatorSettings.onFreePorts()
            .with(Behaviour.usual()
                    .withTimes(Duration.ZERO, Duration.ofMillis(20))
                    .withShares(100, 0, 0)
                    .withClick(0)));
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        simulator.start().toCompletionStage().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        simulator.stop().toCompletionStage().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }

    /** Kannel asks for a receipt of the first part only. */
    @Test
    void kannelIsUnderstoodAsATransceiverAndAsATransmitterWithAReceiver(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        List<Sent> sent = run(folder, "interop/kannel.sh", Integer.toString(simulator.smppPort()), folder.toString());

        assertThat(sent).hasSize(8).allSatisfy(message -> {
            assertThat(message.accepted()).hasSize(1);
            arrived(message);
        });
        settled(sent);
    }

    @Test
    void thePackageSmppOfNodeIsUnderstoodInEveryWayOfSendingALongText(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        List<Sent> sent = run(folder, "interop/npm/run.sh", Integer.toString(simulator.smppPort()));

        assertThat(sent).hasSize(13).allSatisfy(message -> {
            assertThat(message.accepted()).hasSize(message.parts());
            arrived(message);
        });
        settled(sent);
    }

    @Test
    void cloudhoppersClientIsUnderstood() throws Exception {
        List<Sent> sent = new ArrayList<>();
        try (var client = new CloudhopperClient(simulator.smppPort())) {
            for (Text text : Text.all()) {
                sent.addAll(client.send(text));
            }
            settled(sent);
        }

        assertThat(sent).hasSize(8).allSatisfy(message -> {
            assertThat(message.accepted()).hasSize(message.parts());
            arrived(message);
        });
    }

    @Test
    void theStockSessionOfJsmppIsUnderstood() throws Exception {
        List<Sent> sent = new ArrayList<>();
        try (var client = new JsmppClient(simulator.smppPort())) {
            for (Text text : Text.all()) {
                sent.addAll(client.send(text));
            }
            settled(sent);
        }

        assertThat(sent).hasSize(10).allSatisfy(message -> {
            assertThat(message.accepted()).hasSize(message.parts());
            arrived(message);
        });
    }

    /** The phone shows what was sent, and the client got the receipt of each response. */
    private void arrived(Sent sent) throws Exception {
        JsonArray shown = get("messages?phone=" + sent.to()).getJsonArray("items");
        assertThat(shown).as(sent.name()).hasSize(1);
        JsonObject message = shown.getJsonObject(0);
        assertThat(message.getString("text")).as(sent.name()).isEqualTo(sent.text());
        assertThat(message.getString("encoding")).as(sent.name()).isEqualTo(sent.encoding());
        assertThat(message.getInteger("parts")).as(sent.name()).isEqualTo(sent.parts());
        assertThat(message.getInteger("partsPresent")).as(sent.name()).isEqualTo(sent.parts());
        assertThat(message.getString("from")).as(sent.name()).isEqualTo("Shop");
        assertThat(sent.receipts()).extracting(Sent.Receipt::id).containsExactlyInAnyOrderElementsOf(sent.accepted());
        assertThat(sent.receipts()).extracting(Sent.Receipt::stat).containsOnly("DELIVRD");
    }

    /** Every receipt is acknowledged in the end, and nothing was refused. */
    private void settled(List<Sent> sent) throws Exception {
        int receipts =
                sent.stream().mapToInt(message -> message.receipts().size()).sum();
        JsonObject statistics = get("statistics");
        while (statistics.getInteger("receipts") < receipts) {
            statistics = get("statistics");
        }
        assertThat(statistics.getInteger("receipts")).isEqualTo(receipts);
        assertThat(statistics.getInteger("receiptsWaiting")).isZero();
        assertThat(statistics.getInteger("refused")).isZero();
        assertThat(statistics.getInteger("messages")).isEqualTo(sent.size());
    }

    private JsonObject get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + simulator.httpPort() + "/api/v1/" + path);
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    /** The lines that a script prints; what it complains of is the reason of a failure. */
    private List<Sent> run(Path folder, String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", script));
        command.addAll(List.of(arguments));
        Path lines = folder.resolve("lines");
        Path complaints = folder.resolve("complaints");
        Process process = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(lines.toFile())
                .redirectError(complaints.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroy();
        if (!ended || process.waitFor() != 0) {
            fail(Files.readString(complaints).strip());
        }
        return Files.readAllLines(lines).stream().map(Sent::of).toList();
    }
}
