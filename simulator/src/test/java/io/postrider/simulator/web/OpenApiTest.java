package io.postrider.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.clicks.Clicker;
import io.postrider.simulator.clicks.Readers;
import io.postrider.simulator.scenario.ScenarioPlayer;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.smsc.Outbinder;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OpenApiTest {
    private static final String PHONE = "12025550101";
    private static final byte[] FIRST_OF_TWO = {5, 0, 3, 7, 2, 1, 'H', 'a'};
    private static final JsonObject BEHAVIOUR = new JsonObject("""
            {"receiptDelay": 0, "outcomes": {"delivered": 100}, "reading": {"clicks": 100},
             "rules": [{"prefix": "49", "status": "RINVDSTADR", "outcome": "expired", "error": "1", "latency": {"from": 1, "to": 2}}],
             "dialect": {"states": {"unknown": "GONE"}}, "autoReplies": [{"text": "STOP", "delay": {"median": 1}}]}""");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator =
            new Simulator(SimulatorSettings.onFreePorts().with(Behaviour.of(BEHAVIOUR)));
    private final SMPPSession session = new SMPPSession();
    private final Contract contract;

    OpenApiTest() throws IOException {
        contract = Contract.read();
    }

    @BeforeEach
    void start() throws Exception {
        simulator.start().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        session.close();
        CompletableFuture.allOf(
                        simulator.stop().toCompletionStage().toCompletableFuture(),
                        vertx.close().toCompletionStage().toCompletableFuture())
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void itTellsEveryRouteAndNoOther() throws Exception {
        Context loop = vertx.getOrCreateContext();
        var routes = new CompletableFuture<Set<String>>();
        loop.runOnContext(turn -> routes.complete(routes(loop)));

        assertThat(new TreeSet<>(contract.operations().keySet())).isEqualTo(routes.get(30, TimeUnit.SECONDS));
    }

    private Set<String> routes(Context loop) {
        var exchange = new Exchange(vertx, Clock.systemUTC(), SimulatorSettings.onFreePorts());
        var world = new World(
                exchange,
                new Readers(new Clicker(), loop, exchange),
                new ScenarioPlayer(exchange),
                new Outbinder(vertx, loop, exchange),
                () -> 2775);
        Router router = new RestApi(world, "127.0.0.1").router(vertx);
        Set<String> routes = new TreeSet<>();
        router.getRoutes().stream()
                .filter(route -> route.getPath() != null)
                .forEach(route -> route.methods()
                        .forEach(method ->
                                routes.add(method + " " + route.getPath().replaceAll(":(\\w+)", "{$1}"))));
        return routes;
    }

    @Test
    void everyOperationHasAnIdOfItsOwnAndAnExampleThatFits() {
        Set<String> ids = new TreeSet<>();
        for (Map.Entry<String, JsonObject> operation : contract.operations().entrySet()) {
            assertThat(ids.add(operation.getValue().getString("operationId")))
                    .as(operation.getKey())
                    .isTrue();
            JsonObject responses = operation.getValue().getJsonObject("responses");
            for (String status : responses.fieldNames()) {
                JsonObject response =
                        Objects.requireNonNull(contract.response(operation.getValue(), Integer.parseInt(status)));
                JsonObject content = response.getJsonObject("content");
                for (String type : content.fieldNames()) {
                    Object example = content.getJsonObject(type).getValue("example");
                    if (example != null) {
                        assertThat(contract.misfits(content.getJsonObject(type).getJsonObject("schema"), example, ""))
                                .as(operation.getKey() + " " + status)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void whatIsAnsweredFitsWhatIsTold() throws Exception {
        send(
                new ESMClass(),
                ("Look: http://127.0.0.1:" + simulator.httpPort() + "/metrics").getBytes(StandardCharsets.US_ASCII));
        send(new ESMClass(0x40), FIRST_OF_TWO);
        JsonObject awaited = call("POST", "/api/v1/messages/await", "", "{\"phone\":\"+" + PHONE + "\",\"count\":2}");
        assertThat(awaited.getJsonArray("items")).hasSize(2);

        call("GET", "/api/v1/messages", "?limit=1&q=12025", "");
        JsonObject none = call("GET", "/api/v1/messages", "?phone=49", "");
        assertThat(none.getJsonArray("items")).isEmpty();
        call("GET", "/api/v1/messages/{id}", "1", "");
        call("GET", "/api/v1/messages/{id}", "2", "");
        call("GET", "/api/v1/messages/{id}", "3", "");
        call("GET", "/api/v1/messages/{id}", "x", "");
        call("POST", "/api/v1/messages/await", "", "{\"text\":\"nobody says this\",\"timeout\":1}");
        JsonObject reply = call("POST", "/api/v1/replies", "", "{\"from\":\"+" + PHONE + "\",\"text\":\"Yes\"}");
        assertThat(reply.getString("from")).isEqualTo(PHONE);
        assertThat(reply.getString("to")).isEqualTo("Shop");
        call("POST", "/api/v1/replies", "", "no JSON");
        call("GET", "/api/v1/phones", "", "");
        JsonObject phone = call("GET", "/api/v1/phones/{phone}", PHONE, "");
        assertThat(phone.getJsonArray("conversation").size()).isGreaterThanOrEqualTo(3);
        call("GET", "/api/v1/phones/{phone}", "49", "");
        call("GET", "/api/v1/sessions", "", "");
        call("GET", "/api/v1/sessions/{id}", "1", "");
        call("GET", "/api/v1/sessions/{id}", "7", "");
        call("GET", "/api/v1/accounts", "", "");
        call("GET", "/api/v1/pdus", "?message=1", "");
        call("GET", "/api/v1/pdus/{id}", "1", "");
        call("GET", "/api/v1/pdus/{id}", "99", "");
        call("GET", "/api/v1/statistics", "", "");
    }

    @Test
    void whatIsToldToDoIsAnsweredAsIsTold() throws Exception {
        send(new ESMClass(), new byte[] {'H', 'i'});
        call("GET", "/api/v1/behaviour", "", "");
        call("PUT", "/api/v1/behaviour", "", "{\"latency\":5}");
        call("PATCH", "/api/v1/behaviour", "", "{\"faults\":{\"refuseBinds\":\"RBINDFAIL\"}}");
        call("PATCH", "/api/v1/behaviour", "", "{\"faults\":{\"refuseBind\":\"RBINDFAIL\"}}");
        call("GET", "/api/v1/presets", "", "");
        call("POST", "/api/v1/presets/{name}", "badFriday", "");
        call("POST", "/api/v1/presets/{name}", "goodMonday", "");
        call("GET", "/api/v1/scenario", "", "");
        call("PUT", "/api/v1/scenario", "", "# 100 %\nsteps:\n- at: 1h\n  usual: true\n");
        call("DELETE", "/api/v1/scenario", "", "");
        call("POST", "/api/v1/outbind", "", "{}");
        try (var client = new ServerSocket(0)) {
            call("POST", "/api/v1/outbind", "", "{\"port\":" + client.getLocalPort() + "}");
        }
        call("DELETE", "/api/v1/messages/{id}", "1", "");
        call("DELETE", "/api/v1/messages", "?state=failed", "");
        call("DELETE", "/api/v1/sessions/{id}", "1", "");
        call("DELETE", "/api/v1/sessions", "?how=reset", "");
        call("DELETE", "/api/v1/sessions", "?how=politely", "");
        JsonObject statistics = call("POST", "/api/v1/reset", "", "");
        assertThat(statistics.getLong("pdus")).isZero();
        assertThat(statistics.getInteger("smppPort")).isEqualTo(simulator.smppPort());
    }

    @Test
    void filesAndEventsAreWhatIsTold() throws Exception {
        send(new ESMClass(), new byte[] {'H', 'i'});
        String line = exchange("GET", "/api/v1/export/messages.jsonl", "").body();
        assertThat(contract.misfits(contract.schema("FullMessage"), new JsonObject(line), ""))
                .isEmpty();
        assertThat(exchange("GET", "/api/v1/export/pdus.pcap", "").body()).hasSizeGreaterThan(24);
        assertThat(exchange("GET", "/metrics", "").body()).contains("postrider_simulator_pdus_total 1\n");
        assertThat(exchange("GET", "/api/v1/openapi.yaml", "").body()).startsWith("openapi: 3.1.0");

        try (var lines = http.send(request("GET", "/api/v1/events", ""), BodyHandlers.ofLines())
                .body()) {
            Iterator<String> events = lines.iterator();
            event(events, "statistics", "Statistics");
            event(events, "sessions", "SessionList");
            event(events, "behaviour", "Behaviour");
        }
    }

    private void event(Iterator<String> lines, String name, String schema) {
        assertThat(lines.next()).isEqualTo("event: " + name);
        var data = new JsonObject(lines.next().substring("data: ".length()));
        assertThat(contract.misfits(contract.schema(schema), data, name)).isEmpty();
        assertThat(lines.next()).isEmpty();
    }

    /** Calls; {@code rest} stands for the parameter of the path or follows it. The answer must be one that is told. */
    private JsonObject call(String method, String path, String rest, String body) throws Exception {
        String place = method + " " + path;
        JsonObject operation = Objects.requireNonNull(contract.operations().get(place));
        String called = path.contains("{") ? path.replaceFirst("\\{\\w+}", rest) : path + rest;
        HttpResponse<String> answer = exchange(method, called, body);

        JsonObject told = contract.response(operation, answer.statusCode());
        assertThat(told).as(place + " " + answer.statusCode()).isNotNull();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonObject content =
                Objects.requireNonNull(told).getJsonObject("content").getJsonObject(type);
        assertThat(content).as(place + " " + type).isNotNull();
        JsonObject value = (JsonObject) Json.decodeValue(answer.body());
        assertThat(contract.misfits(content.getJsonObject("schema"), value, place))
                .isEmpty();
        return value;
    }

    private HttpResponse<String> exchange(String method, String path, String body) throws Exception {
        return http.send(request(method, path, body), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.httpPort() + path))
                .header("Content-Type", "application/x-www-form-urlencoded") // as curl says
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private void send(ESMClass esmClass, byte[] text) throws Exception {
        if (!session.getSessionState().isBound()) {
            session.connectAndBind(
                    "127.0.0.1",
                    simulator.smppPort(),
                    new BindParameter(
                            BindType.BIND_TX,
                            "postrider",
                            "simulate",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null));
        }
        session.submitShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Shop",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                PHONE,
                esmClass,
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                (byte) 0,
                DataCodings.ZERO,
                (byte) 0,
                text);
    }
}
