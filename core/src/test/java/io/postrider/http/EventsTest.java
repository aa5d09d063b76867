package io.postrider.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.account.AccountAuthentication;
import io.postrider.account.ApiKeyStore;
import io.postrider.account.SessionStore;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.queue.LocalQueue;
import io.postrider.queue.Topic;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
final class EventsTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpFixture http;
    private LocalQueue queue;

    @BeforeAll
    void open(Vertx vertx, Database database, Ids ids) {
        Clock clock = Clock.systemUTC();
        queue = new LocalQueue(vertx);
        Authentication authentication =
                new AccountAuthentication(new SessionStore(database), new ApiKeyStore(database, ids), clock);
        EventsApi events = new EventsApi(vertx, queue, authentication, new SecureRandom(), Duration.ofMillis(100));
        http = HttpFixture.open(vertx, database, ids, clock, events);
    }

    @AfterAll
    void close() {
        http.close();
    }

    /** A new API key: its secret and its path. */
    private JsonObject key() {
        Reply made = http.as("admin")
                .post(
                        "/api/v1/api-keys",
                        new JsonObject().put("name", "listener").put("role", "viewer"));
        return made.json();
    }

    private BufferedReader listen(JsonObject key, String query, String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + http.port() + "/api/v1/events" + query))
                .header("Authorization", "Bearer " + key.getString("key"));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<java.io.InputStream> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The lines of the next event; comments are passed over. */
    private static List<String> next(BufferedReader stream) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = stream.readLine();
        while (line != null && (!line.isEmpty() || lines.isEmpty())) {
            if (!line.isEmpty() && !line.startsWith(":")) {
                lines.add(line);
            }
            line = stream.readLine();
        }
        return lines;
    }

    private static String id(List<String> event) {
        return event.get(0).substring("id: ".length());
    }

    @Test
    void aNewListenerLoadsEverythingAndThenHearsWhatChanges() throws IOException, InterruptedException {
        try (BufferedReader stream = listen(key(), "?topics=runs,jobs", "")) {
            assertThat(next(stream)).contains("event: reset");
            queue.hint(Topic.SENDER_CHANGED, 5);
            queue.hint(Topic.RUN_CHANGED, 7);
            queue.hint(Topic.RUN_CHANGED, 7);
            queue.hint(Topic.RUN_CHANGED, 8);
            assertThat(next(stream)).contains("event: runs", "data: {\"ids\":[\"7\",\"8\"]}");
        }
    }

    @Test
    void whoWasAwayForAMomentMissesNothing() throws IOException, InterruptedException {
        JsonObject key = key();
        String seen;
        try (BufferedReader stream = listen(key, "?topics=jobs", "")) {
            next(stream);
            queue.hint(Topic.JOB_CHANGED, 1);
            seen = id(next(stream));
        }
        queue.hint(Topic.JOB_CHANGED, 2);
        try (BufferedReader stream = listen(key, "?topics=jobs", seen)) {
            assertThat(next(stream)).contains("event: jobs", "data: {\"ids\":[\"2\"]}");
        }
        try (BufferedReader stream = listen(key, "?topics=jobs", "another-1")) {
            assertThat(next(stream)).contains("event: reset");
        }
    }

    @Test
    void aStreamEndsWithTheKeyThatOpenedIt() throws IOException, InterruptedException {
        JsonObject key = key();
        try (BufferedReader stream = listen(key, "", "")) {
            next(stream);
            http.as("admin").delete("/api/v1/api-keys/" + key.getString("id"));
            assertThat(next(stream)).isEmpty();
        }
    }

    @Test
    void onlyKnownTopicsCanBeListenedTo() {
        assertThat(http.as("viewer").get("/api/v1/events?topics=moons").status())
                .isEqualTo(400);
        assertThat(http.anonymous().get("/api/v1/events").status()).isEqualTo(401);
    }
}
