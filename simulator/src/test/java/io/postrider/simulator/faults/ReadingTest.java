package io.postrider.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who opens links, and which. */
@Timeout(60)
class ReadingTest {
    private static final String PHONE = "12025550101";

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> visits = new LinkedBlockingQueue<>();
    private int port;

    @BeforeEach
    void listen() throws Exception {
        HttpServer server = Stage.await(vertx.createHttpServer()
                .requestHandler(request -> {
                    visits.add(request.method() + " " + request.path() + " " + request.getHeader("User-Agent"));
                    request.response()
                            .setStatusCode(302)
                            .putHeader("Location", "/x")
                            .end()
                            .onFailure(problem -> visits.clear());
                })
                .listen(0, "127.0.0.1"));
        port = server.actualPort();
    }

    @AfterEach
    void close() throws Exception {
        Stage.await(vertx.close());
    }

    @Test
    void robotsLookAtEveryLinkBeforeThePersonOpensTheFirst() throws Exception {
        var reading = new JsonObject().put("clicks", 100).put("robots", 100).put("delay", 1_500);
        try (Stage stage = Stage.with(new JsonObject().put("reading", reading));
                WireClient client = stage.client()) {
            client.submit(PHONE, link("/a") + " and " + link("/b"));
            String first = visit();
            String second = visit();
            while (!second.contains("Mozilla/5.0 (")) {
                assertThat(second).matches("(GET|HEAD) /[ab] .*");
                second = visit();
            }
            assertThat(first).doesNotContain("Mozilla/5.0 (");
            assertThat(second).startsWith("GET /a ");
            stage.awaitStatistic("peopleWhoClicked", 1);
            assertThat(stage.statistic("robotVisits")).isGreaterThanOrEqualTo(2);
            assertThat(stage.statistic("clicks")).isEqualTo(1);
        }
    }

    @Test
    void somePeopleOpenALinkTwiceAndTheMessageTellsIt() throws Exception {
        var reading = new JsonObject().put("clicks", 100).put("repeats", 100);
        try (Stage stage = Stage.with(new JsonObject().put("reading", reading));
                WireClient client = stage.client()) {
            client.submit(PHONE, link("/twice"));
            assertThat(List.of(visit(), visit())).allMatch(visit -> visit.startsWith("GET /twice Mozilla"));
            stage.awaitStatistic("clicks", 2);
            JsonArray messages = Stage.await(stage.simulator().messages(PHONE));
            assertThat(messages.getJsonObject(0).getJsonArray("clicks")).hasSize(2);
            assertThat(stage.statistic("peopleWhoClicked")).isEqualTo(1);
        }
    }

    @Test
    void onlyLinksBelowTheGivenAddressAreOpened() throws Exception {
        var reading = new JsonObject().put("clicks", 100).put("base", link("/s/"));
        try (Stage stage = Stage.with(new JsonObject().put("reading", reading));
                WireClient client = stage.client()) {
            client.submit("12025550102", link("/other"));
            client.submit("12025550103", "http://127.0.0.1.example.com:" + port + "/s/x");
            client.submit("12025550104", "http://user@127.0.0.1:" + port + "/s/x");
            client.submit(PHONE, link("/s/yes"));
            assertThat(visit()).startsWith("GET /s/yes ");
            stage.awaitStatistic("clicks", 1);
            assertThat(stage.statistic("clicksWaiting")).isZero();
            assertThat(visits).isEmpty();
        }
    }

    private String link(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private String visit() throws InterruptedException {
        String visit = visits.poll(15, TimeUnit.SECONDS);
        assertThat(visit).isNotNull();
        return String.valueOf(visit);
    }
}
