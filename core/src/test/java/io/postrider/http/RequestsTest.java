package io.postrider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestsTest {
    private HttpFixture http;

    @BeforeAll
    void open(Vertx vertx, Database database, Ids ids) {
        http = HttpFixture.open(vertx, database, ids, Clock.systemUTC());
    }

    @AfterAll
    void close() {
        http.close();
    }

    private static JsonObject user(String login) {
        return new JsonObject()
                .put("login", login)
                .put("password", "a long enough one")
                .put("role", "viewer");
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        JsonObject body = new JsonObject()
                .put("login", "ann\r\nforged")
                .put("role", "king")
                .put("age", 3);
        Reply reply = http.as("admin").post("/api/v1/users", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo("fields-invalid");
        List<String> pointers = reply.json().getJsonArray("errors").stream()
                .map(error -> ((JsonObject) error).getString("pointer"))
                .toList();
        assertThat(pointers).containsExactlyInAnyOrder("/login", "/role", "/age", "/password");
        assertThat(reply.text()).contains("This must be one of these: admin, marketer, viewer.");
    }

    @Test
    void queriesAreCheckedToo() {
        assertThat(http.as("admin").get("/api/v1/users?limit=0").status()).isEqualTo(400);
        assertThat(http.as("admin").get("/api/v1/users?limit=many").status()).isEqualTo(400);
        assertThat(http.as("admin").get("/api/v1/users?after=x").code()).isEqualTo("cursor-invalid");
        assertThat(http.as("admin").get("/api/v1/users?lmit=5").status()).isEqualTo(400);
        assertThat(http.as("admin").get("/api/v1/users?limit=5").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotJsonIsRefused() {
        HttpClientOfTests admin = http.as("admin");
        for (String body : List.of("{", "[]", "\"text\"", "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}")) {
            assertThat(admin.send("POST", "/api/v1/users", body).code()).isEqualTo("body-not-json");
        }
        assertThat(admin.with("Content-Type", "text/plain")
                        .post("/api/v1/users", user("plain"))
                        .code())
                .isEqualTo("body-not-json");
    }

    @Test
    void aBodyMayNotBeLargerThanAllowed() {
        String body = user("x".repeat(2 * 1024 * 1024)).encode();
        Reply reply = http.as("admin").send("POST", "/api/v1/users", body);
        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void whatIsNotThereIsNotFoundWhoeverAsks() {
        assertThat(http.anonymous().get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(http.as("admin").get("/api/v1/users/77777").code()).isEqualTo("user-not-found");
        assertThat(http.as("admin").get("/api/v1/users/abc").code()).isEqualTo("not-found");
        assertThat(http.as("admin").get("/api/v1/users/..%2f..%2fetc").status()).isEqualTo(404);
        assertThat(http.as("admin").send("PUT", "/api/v1/users", "{}").status()).isEqualTo(405);
    }

    @Test
    void aRepeatedRequestIsCarriedOutOnce() {
        HttpClientOfTests admin = http.as("admin").with("Idempotency-Key", "make-bob");
        Reply first = admin.post("/api/v1/users", user("bob"));
        Reply second = admin.post("/api/v1/users", user("bob"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(admin.post("/api/v1/users", user("bert")).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aRefusedRequestMayBeRepeatedUnderItsKey() {
        HttpClientOfTests admin = http.as("admin").with("Idempotency-Key", "make-eve");
        assertThat(admin.post("/api/v1/users", user("eve").put("password", "short"))
                        .code())
                .isEqualTo("password-weak");
        assertThat(admin.post("/api/v1/users", user("eve")).status()).isEqualTo(201);
    }

    @Test
    void aChangeNamesTheVersionItChanges() {
        HttpClientOfTests admin = http.as("admin");
        Reply made = admin.post("/api/v1/users", user("vera"));
        String path = made.header("Location");
        JsonObject marketer = new JsonObject().put("role", "marketer");
        assertThat(admin.patch(path, marketer).status()).isEqualTo(428);
        Reply changed = admin.with("If-Match", made.header("ETag")).patch(path, marketer);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(admin.at(1).patch(path, marketer).status()).isEqualTo(412);
        assertThat(admin.at(2).delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void listsGoOnWhereThePageEnded() {
        HttpClientOfTests admin = http.as("admin");
        for (String login : List.of("page-a", "page-b", "page-c")) {
            admin.post("/api/v1/users", user(login));
        }
        JsonObject first = admin.get("/api/v1/users?q=page-&limit=2").json();
        assertThat(first.getJsonArray("items")).hasSize(2);
        JsonObject second = admin.get("/api/v1/users?q=page-&limit=2&after=" + first.getString("next"))
                .json();
        assertThat(second.getJsonArray("items")).hasSize(1);
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void browsersAreToldToTrustLittle() {
        Reply reply = http.as("viewer").get("/api/v1/me");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void aServerThatLacksAPromisedOperationDoesNotStart(Vertx vertx, Database database) {
        ApiVerticle verticle = new ApiVerticle(
                "127.0.0.1",
                0,
                new Nobody(),
                new IdempotencyStore(database),
                List.of(() -> Map.of("flyToTheMoon", call -> Future.succeededFuture(Answer.nothing()))),
                Clock.systemUTC(),
                new Random(1));
        assertThatThrownBy(() -> TestDatabase.await(vertx.deployVerticle(verticle)))
                .hasStackTraceContaining("flyToTheMoon")
                .hasStackTraceContaining("logIn");
    }

    private static final class Nobody implements Authentication {
        @Override
        public Future<Optional<Identity>> identify(Credential credential) {
            return Future.succeededFuture(java.util.Optional.empty());
        }

        @Override
        public boolean allows(Caller caller, String permission) {
            return false;
        }
    }
}
