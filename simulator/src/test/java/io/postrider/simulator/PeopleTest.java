package io.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.smpp.wire.Tlvs;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final String PHONE = "12025550101";
    private static final Behaviour EVERYBODY_CLICKS = Behaviour.usual()
            .withTimes(Duration.ZERO, Duration.ZERO)
            .withShares(100, 0, 0)
            .withClick(100);

    private final Vertx vertx = Vertx.vertx();
    private final Simulator simulator =
            new Simulator(SimulatorSettings.onFreePorts().with(EVERYBODY_CLICKS));
    private final Map<String, String> opened = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        await(simulator.start());
    }

    @AfterEach
    void close() throws Exception {
        await(simulator.stop());
        await(vertx.close());
    }

    @Test
    void aPersonOpensTheFirstLinkAsAPhoneDoesAndDoesNotFollowTheRedirect() throws Exception {
        int port = await(redirector()).actualPort();
        Esme esme = esme();
        esme.send(Esme.message(PHONE, "See http://127.0.0.1:" + port + "/first. Or http://127.0.0.1:" + port + "/b"));
        esme.send(Esme.message(PHONE, "Again http://127.0.0.1:" + port + "/again"));
        esme.send(Esme.message("12025550102", "No link"));
        esme.send(Esme.message("12025550103", "Elsewhere http://192.0.2.1/x"));
        awaitRest(4);

        assertThat(opened).containsOnlyKeys("/first", "/again");
        assertThat(opened.get("/first")).contains("Mozilla/5.0").contains("Mobile");
        assertThat(statistics().getLong("peopleWhoClicked")).isEqualTo(1);
    }

    @Test
    void aPersonTriesAgainWhileThePageIsOutOfReach() throws Exception {
        HttpServer server = await(redirector());
        int port = server.actualPort();
        await(server.close());
        Esme esme = esme();
        esme.send(Esme.message(PHONE, "http://127.0.0.1:" + port + "/later"));
        esme.awaitDelivery();
        await(redirector(port));
        awaitRest(1);

        assertThat(statistics().getLong("peopleWhoClicked")).isEqualTo(1);
    }

    @Test
    void partsInAnyOrderAreShownAsOneText() throws Exception {
        Esme esme = esme();
        esme.send(part(2, "wörld€".getBytes(StandardCharsets.UTF_16BE), (byte) 8));
        esme.send(part(1, "Hello ".getBytes(StandardCharsets.UTF_16BE), (byte) 8));
        awaitRest(2);

        JsonObject message =
                get("/api/v1/phones/" + PHONE).getJsonArray("items").getJsonObject(0);
        assertThat(message.getString("text")).isEqualTo("Hello wörld€");
        assertThat(message.getString("encoding")).isEqualTo("UCS-2");
        assertThat(message.getInteger("parts")).isEqualTo(2);
        assertThat(message.getString("state")).isEqualTo("delivered");
        assertThat(message.getInteger("receiptsAcknowledged")).isEqualTo(2);
        assertThat(statistics().getLong("messages")).isEqualTo(1);
        assertThat(statistics().getLong("delivered")).isEqualTo(1);
    }

    @Test
    void theDefaultAlphabetIsReadWithItsExtensionsFromAPayload() throws Exception {
        Esme esme = esme();
        SubmitSm submit = Esme.message(PHONE, "");
        byte[] octets = {0x00, 0x02, 0x11, 0x1B, 0x65, 0x1B, 0x28, 0x41, 0x5F};
        submit.setOptionalParameters(new OptionalParameter[] {Tlvs.of(Tlvs.MESSAGE_PAYLOAD, octets)});
        esme.send(submit);
        awaitRest(1);

        assertThat(await(simulator.messages(PHONE)).getJsonObject(0).getString("text"))
                .isEqualTo("@$_€{A§");
    }

    @Test
    void partsNumberedByParametersAreJoined() throws Exception {
        Esme esme = esme();
        for (int number = 1; number <= 3; number++) {
            SubmitSm submit = Esme.message(PHONE, "part " + number + ";");
            submit.setOptionalParameters(new OptionalParameter[] {
                Tlvs.of(Tlvs.SAR_MSG_REF_NUM, (byte) 1, (byte) 7),
                Tlvs.of(Tlvs.SAR_TOTAL_SEGMENTS, (byte) 3),
                Tlvs.of(Tlvs.SAR_SEGMENT_SEQNUM, (byte) number)
            });
            esme.send(submit);
        }
        awaitRest(3);

        assertThat(await(simulator.messages(PHONE)).getJsonObject(0).getString("text"))
                .isEqualTo("part 1;part 2;part 3;");
    }

    @Test
    void phonesAreListedInPages() throws Exception {
        Esme esme = esme();
        for (int i = 0; i < 5; i++) {
            esme.send(Esme.message("1202555010" + i, "Hello"));
        }
        awaitRest(5);

        JsonObject first = get("/api/v1/phones?limit=3");
        JsonObject second = get("/api/v1/phones?limit=3&after=" + first.getString("next"));
        assertThat(phones(first)).isEqualTo("12025550100 12025550101 12025550102 ");
        assertThat(phones(second)).isEqualTo("12025550103 12025550104 ");
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void aReplyReachesTheClient() throws Exception {
        Esme esme = esme();
        JsonObject reply = new JsonObject().put("from", PHONE).put("to", "Shop").put("text", "STOP €");
        assertThat(send("POST", "/api/v1/replies", reply).statusCode()).isEqualTo(200);

        DeliverSm delivery = esme.awaitDelivery();
        assertThat(delivery.getEsmClass()).isZero();
        assertThat(delivery.getSourceAddr()).isEqualTo(PHONE);
        assertThat(delivery.getShortMessage()).containsExactly('S', 'T', 'O', 'P', ' ', 0x1B, 0x65);
    }

    @Test
    void changesOfTheBehaviourAreCheckedAndApplyAtOnce() throws Exception {
        Esme esme = esme();
        assertThat(send("PATCH", "/api/v1/behaviour", new JsonObject().put("latency", 600_000))
                        .statusCode())
                .isEqualTo(200);
        esme.send(Esme.message(PHONE, "Hello"));
        awaitStatistic("pdus", 1);
        assertThat(esme.waiting(SMPPConstant.CID_SUBMIT_SM_RESP)).isZero();
        send("PATCH", "/api/v1/behaviour", new JsonObject().put("latency", 0));
        esme.await(SMPPConstant.CID_SUBMIT_SM_RESP);

        HttpResponse<String> refused = send(
                "PATCH", "/api/v1/behaviour", new JsonObject().put("outcomes", new JsonObject().put("delivered", 50)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("must add up to 100");
        assertThat(send("POST", "/api/v1/reset", new JsonObject()).statusCode()).isEqualTo(200);
        assertThat(statistics().getLong("pdus")).isZero();
    }

    private static String phones(JsonObject page) {
        var phones = new StringBuilder();
        JsonArray items = page.getJsonArray("items");
        for (int i = 0; i < items.size(); i++) {
            phones.append(items.getJsonObject(i).getString("phone")).append(' ');
        }
        return phones.toString();
    }

    private Esme esme() throws Exception {
        return new Esme(vertx, simulator.smppPort(), true).bound();
    }

    private static SubmitSm part(int number, byte[] text, byte coding) {
        var octets = new ByteArrayOutputStream();
        octets.writeBytes(new byte[] {5, 0, 3, 42, 2, (byte) number});
        octets.writeBytes(text);
        SubmitSm submit = Esme.message(PHONE, "");
        submit.setEsmClass((byte) 0x40);
        submit.setDataCoding(coding);
        submit.setShortMessage(octets.toByteArray());
        return submit;
    }

    private Future<HttpServer> redirector() {
        return redirector(0);
    }

    private Future<HttpServer> redirector(int port) {
        return vertx.createHttpServer()
                .requestHandler(request -> {
                    opened.put(request.path(), String.valueOf(request.getHeader("User-Agent")));
                    request.response()
                            .setStatusCode(302)
                            .putHeader("Location", "/elsewhere")
                            .end()
                            .onFailure(problem -> opened.clear());
                })
                .listen(port, "127.0.0.1");
    }

    private void awaitRest(long receipts) throws Exception {
        awaitStatistic("receipts", receipts);
        while (statistics().getLong("clicksWaiting") > 0) {
            Thread.onSpinWait();
        }
    }

    private void awaitStatistic(String name, long value) throws Exception {
        while (statistics().getLong(name) < value) {
            Thread.onSpinWait();
        }
    }

    private JsonObject statistics() throws Exception {
        return await(simulator.statistics());
    }

    private JsonObject get(String path) throws Exception {
        var request = HttpRequest.newBuilder(uri(path)).build();
        return new JsonObject(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> send(String method, String path, JsonObject body) throws Exception {
        var request = HttpRequest.newBuilder(uri(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + simulator.httpPort() + path);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(15, TimeUnit.SECONDS);
    }
}
