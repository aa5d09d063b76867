package io.postrider.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.store.Database;
import io.postrider.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operation with an octet stream reads its body itself, however large it is, and only when the caller may call it. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StreamedBodiesTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: { title: Test, version: '1' }
            paths:
              /api/v1/files:
                post:
                  operationId: upload
                  x-permission: files:write
                  requestBody:
                    required: true
                    content:
                      application/octet-stream: {}
                  responses:
                    default: { description: answer }
            components: {}
            """;
    private static final int LIMIT = 1000;
    private HttpServer server;
    private boolean called;

    @BeforeAll
    void open(Vertx vertx, Database database) {
        Contract contract = TestDatabase.await(Contract.parse(vertx, CONTRACT));
        Clock clock = Clock.systemUTC();
        ApiRouter router = new ApiRouter(
                contract,
                TestDatabase.await(Pages.load(vertx)),
                new Gate(new OneKey()),
                new RequestBodies(vertx, LIMIT, Duration.ofSeconds(5)),
                new IdempotentAnswers(new IdempotencyStore(database)),
                new Answers(new Random(1)),
                clock);
        Api files = () -> Map.of("upload", this::count);
        server = TestDatabase.await(vertx.createHttpServer()
                .requestHandler(router.mount(vertx, List.of(files)))
                .listen(0, "127.0.0.1"));
    }

    @AfterAll
    void close() {
        TestDatabase.await(server.close());
    }

    private Future<Answer> count(Call call) {
        called = true;
        Promise<Answer> answer = Promise.promise();
        HttpServerRequest request = call.stream();
        long[] bytes = {0};
        request.handler(part -> bytes[0] += part.length());
        request.endHandler(end -> answer.complete(Answer.of(new JsonObject().put("bytes", bytes[0]))));
        request.resume();
        return answer.future();
    }

    private HttpClientOfTests client(String key) {
        return new HttpClientOfTests(server.actualPort(), Map.of())
                .with("Authorization", "Bearer " + key)
                .with("Content-Type", "application/octet-stream");
    }

    @Test
    void aLargeBodyReachesTheOperationWhole() {
        String body = "x".repeat(5_000_000);
        assertThat(client("right").send("POST", "/api/v1/files", body).json().getInteger("bytes"))
                .isEqualTo(body.length());
    }

    @Test
    void whoMayNotCallIsToldSoWithoutTheBodyBeingKept() {
        called = false;
        HttpClientOfTests.Reply reply = client("wrong").send("POST", "/api/v1/files", "x".repeat(200_000));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(called).isFalse();
    }

    private static final class OneKey implements Authentication {
        @Override
        public Future<Optional<Identity>> identify(Credential credential) {
            return Future.succeededFuture(Optional.of(credential.token())
                    .filter("right"::equals)
                    .map(token -> new Identity(new Caller(1, 1, "test", "admin"), "")));
        }

        @Override
        public boolean allows(Caller caller, String permission) {
            return permission.equals("files:write");
        }
    }
}
