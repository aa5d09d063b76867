package io.postrider.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.faults.Stage;
import io.postrider.simulator.faults.WireClient;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can be asked and told over HTTP, by whom, and what is refused how. */
@Timeout(60)
class RestTest {
    private static final String PHONE = "12025550101";

    private Stage stage;
    private RestClient rest;

    @BeforeEach
    void start() throws Exception {
        stage = Stage.with(new JsonObject());
        rest = new RestClient(stage.simulator());
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private void receive(String... texts) throws Exception {
        try (WireClient client = stage.client()) {
            for (String text : texts) {
                client.submit(PHONE, text);
                assertThat(client.read(2)).hasSize(2);
            }
        }
        stage.awaitStatistic("receipts", texts.length);
    }

    @Test
    void aTestAwaitsAMessageThatHasNotComeYet() throws Exception {
        String body = "{\"phone\":\"+" + PHONE + "\",\"matches\":\"code \\\\d+\",\"count\":2}";
        CompletableFuture<JsonObject> awaited = CompletableFuture.supplyAsync(() -> {
            try {
                return rest.ok("POST", "/api/v1/messages/await", body);
            } catch (IOException | InterruptedException problem) {
                throw new IllegalStateException(problem);
            }
        });
        receive("Your code 17", "Another text", "Your code 18");
        assertThat(awaited.join().getInteger("count")).isEqualTo(2);
        assertThat(rest.ok("POST", "/api/v1/messages/await", "{\"state\":\"delivered\",\"count\":3}")
                        .getJsonArray("items"))
                .hasSize(3);
    }

    @Test
    void whatDoesNotComeInTimeIsSaidWithWhatCame() throws Exception {
        receive("Hello");
        HttpResponse<String> late = rest.send("POST", "/api/v1/messages/await", "{\"count\":2,\"timeout\":50}");
        assertThat(late.statusCode()).isEqualTo(408);
        assertThat(late.body()).contains("Only 1 of 2 messages came within 50 ms.");
    }

    @Test
    void badQuestionsAreRefusedWithASentenceAndACode() throws Exception {
        refused("POST", "/api/v1/messages/await", "{\"matches\":\"(\"}", 400, "no regular expression");
        refused("POST", "/api/v1/messages/await", "{\"count\":0}", 400, "between 1 and");
        refused("POST", "/api/v1/messages/await", "{\"count\":\"many\"}", 400, "not the JSON");
        refused("GET", "/api/v1/messages?limit=0", "", 400, "limit must lie");
        refused("GET", "/api/v1/messages?before=x", "", 400, "not a number");
        refused("GET", "/api/v1/messages/99", "", 404, "no message 99");
        refused("GET", "/api/v1/phones/1", "", 404, "Nobody has written");
        refused("GET", "/api/v1/nothing", "", 404, "nothing at this address");
        refused("DELETE", "/api/v1/sessions/9", "", 404, "no session 9");
        refused("DELETE", "/api/v1/sessions?how=hard", "", 400, "close, reset or unbind");
        refused("POST", "/api/v1/presets/nice", "", 400, "There is no preset \\\"nice\\\"");
        refused("PUT", "/api/v1/behaviour", "{\"seed\":", 400, "not the JSON");
        refused("PATCH", "/api/v1/behaviour", "{\"faults\":{\"cut\":101}}", 400, "between 0 and 100");
        refused("PUT", "/api/v1/scenario", "steps: [{at: soon}]", 400, "a time such as 30s");
        refused("PUT", "/api/v1/scenario", "a: [", 400, "no YAML");
        refused("POST", "/api/v1/replies", "{\"from\":\"x\",\"text\":\"y\"}", 400, "18 digits");
        refused("POST", "/api/v1/replies", "{\"from\":\"49\",\"text\":\"y\"}", 400, "Nobody has written");
        refused("POST", "/api/v1/outbind", "{\"port\":1,\"account\":\"nobody\"}", 400, "no account");
        refused("POST", "/api/v1/replies", "x".repeat(300_000), 413, "longer than 256 KB");
    }

    private void refused(String method, String path, String body, int status, String sentence) throws Exception {
        HttpResponse<String> response = rest.send(method, path, body);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(status);
        assertThat(response.body()).contains(sentence).contains("\"code\":\"");
    }

    @Test
    void aMessageLeadsToItsPduFieldByField() throws Exception {
        receive("Hello");
        String id = rest.items("/api/v1/messages").getJsonObject(0).getString("id");
        JsonObject part =
                rest.get("/api/v1/messages/" + id).getJsonArray("partList").getJsonObject(0);
        JsonObject pdu = rest.get("/api/v1/pdus/" + part.getString("pdu"));
        assertThat(pdu.getString("command")).isEqualTo("submit_sm");
        assertThat(value(pdu, "destination_addr")).isEqualTo(PHONE);
        assertThat(value(pdu, "short_message")).isEqualTo("Hello");
        assertThat(pdu.getJsonArray("problems")).isEmpty();
        List<Object> commands = rest.items("/api/v1/pdus?message=" + id).stream()
                .map(one -> (Object) ((JsonObject) one).getString("command"))
                .toList();
        assertThat(commands).containsExactly("deliver_sm", "submit_sm_resp", "submit_sm");
    }

    private static String value(JsonObject pdu, String field) {
        return pdu.getJsonArray("fields").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("name").equals(field))
                .findFirst()
                .orElseThrow()
                .getString("value");
    }

    @Test
    void aPasswordIsNeverShownAndAWrongFieldIs() throws Exception {
        try (WireClient client = stage.client()) {
            SubmitSm wrong = WireClient.message(PHONE, "Hello");
            wrong.setEsmClass((byte) 0x04);
            client.send(wrong);
            assertThat(client.read().getCommandStatus()).isEqualTo(0x43);
        }
        JsonArray pdus = rest.items("/api/v1/pdus?q=submit_sm&limit=10");
        JsonObject submit = pdus.stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("command").equals("submit_sm"))
                .findFirst()
                .orElseThrow();
        assertThat(submit.getString("problem")).contains("esm_class");
        JsonObject bind = rest.items("/api/v1/pdus?q=bind_transceiver").getJsonObject(1);
        String shown = rest.get("/api/v1/pdus/" + bind.getString("id")).encode();
        assertThat(shown).doesNotContain("simulate").contains("postrider");
    }

    @Test
    void messagesAreSearchedDeletedAndExported() throws Exception {
        receive("Apples", "Pears");
        assertThat(rest.items("/api/v1/messages?q=appl")).hasSize(1);
        assertThat(rest.items("/api/v1/messages?q=0101")).hasSize(2);
        assertThat(rest.items("/api/v1/messages?state=failed")).isEmpty();
        assertThat(rest.items("/api/v1/phones?q=50101")).hasSize(1);
        String lines = new String(rest.file("/api/v1/export/messages.jsonl"), StandardCharsets.UTF_8);
        assertThat(lines.lines().map(line -> new JsonObject(line).getString("text")))
                .containsExactly("Pears", "Apples");
        assertThat(rest.ok("DELETE", "/api/v1/messages?q=appl", "").getInteger("deleted"))
                .isEqualTo(1);
        assertThat(rest.items("/api/v1/messages")).hasSize(1);
        assertThat(rest.get("/api/v1/phones/" + PHONE).getJsonArray("items")).hasSize(1);
    }

    @Test
    void theCaptureHoldsEveryPduInOrder() throws Exception {
        receive("Hello");
        Buffer pcap = Buffer.buffer(rest.file("/api/v1/export/pdus.pcap"));
        assertThat(pcap.getInt(0)).isEqualTo(0xA1B2C3D4);
        int packets = 0;
        int at = 24;
        while (at < pcap.length()) {
            int length = pcap.getInt(at + 8);
            assertThat(pcap.getUnsignedShort(at + 16 + 2)).isEqualTo(length);
            assertThat(pcap.getInt(at + 16 + 40)).isEqualTo(length - 40);
            at += 16 + length;
            packets++;
        }
        assertThat(packets).isEqualTo(6);
    }

    @Test
    void sessionsAreShownAndDropped() throws Exception {
        try (WireClient client = stage.client()) {
            JsonObject session = rest.items("/api/v1/sessions").getJsonObject(0);
            assertThat(session.getString("bind")).isEqualTo("transceiver");
            assertThat(session.getString("interfaceVersion")).isEqualTo("3.4");
            rest.ok("DELETE", "/api/v1/sessions/" + session.getString("id") + "?how=reset", "");
            assertThat(client.readToEnd()).isZero();
        }
        assertThat(rest.items("/api/v1/accounts").encode())
                .contains("\"systemId\":\"postrider\"")
                .doesNotContain("simulate");
    }

    @Test
    void aScenarioGoesThroughItsTimeLine() throws Exception {
        String yaml = """
                name: evening
                preset: kind
                steps:
                  - {at: 100ms, faults: {throttle: 5}, description: it gets busy}
                  - {at: 200ms, drop: close}
                """;
        try (WireClient client = stage.client()) {
            assertThat(rest.ok("PUT", "/api/v1/scenario", yaml).getString("name"))
                    .isEqualTo("evening");
            assertThat(client.readToEnd()).isZero();
        }
        JsonObject scenario = rest.get("/api/v1/scenario");
        assertThat(scenario.getBoolean("running")).isFalse();
        assertThat(scenario.getJsonArray("steps").getJsonObject(0).getString("description"))
                .isEqualTo("it gets busy");
        assertThat(rest.get("/api/v1/behaviour").getJsonObject("faults").getInteger("throttle"))
                .isEqualTo(5);
        assertThat(rest.ok("DELETE", "/api/v1/scenario", "").getString("name")).isNull();
    }

    @Test
    @Timeout(60)
    void watchersHearOfMessagesAndFigures() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(rest.base() + "/api/v1/events"))
                .build();
        var stream = rest.http().send(request, BodyHandlers.ofInputStream()).body();
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("event: statistics");
            receive("Watch this");
            assertThat(lineWith("Watch this", lines)).startsWith("data: {").contains(PHONE);

            receive("One", "of", "more", "than", "are", "told", "at", "once");
            lineWith("One", lines);
            receive("And on it goes");
            assertThat(lineWith("And on it goes", lines)).startsWith("data: {");
        }
    }

    private static String lineWith(String text, BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.contains(text)) {
            line = lines.readLine();
        }
        return line;
    }

    @Test
    void otherSitesAndOtherNamesAreKeptOut() throws Exception {
        assertThat(raw("GET /api/v1/statistics HTTP/1.1\r\nHost: evil.example\r\n"))
                .startsWith("HTTP/1.1 403");
        String host = "Host: 127.0.0.1:" + stage.simulator().httpPort() + "\r\n";
        assertThat(raw("POST /api/v1/reset HTTP/1.1\r\n" + host + "Origin: http://evil.example\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1\r\n" + host)).startsWith("HTTP/1.1 200").contains("default-src 'none'");
        assertThat(raw("GET /../io/postrider/simulator/presets.yaml HTTP/1.1\r\n" + host))
                .doesNotStartWith("HTTP/1.1 200");
        assertThat(new String(rest.file("/metrics"), StandardCharsets.UTF_8))
                .contains(
                        "# TYPE postrider_simulator_submitted_total counter\npostrider_simulator_submitted_total 0\n");
    }

    private String raw(String head) throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), stage.simulator().httpPort())) {
            socket.getOutputStream()
                    .write((head + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
