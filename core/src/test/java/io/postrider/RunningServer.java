package io.postrider;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.config.Settings;
import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.queue.HintQueue;
import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.store.PostgresAddress;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The real server with its packaged plugins and a simulated operator, both on free ports, and a client with an API key. */
final class RunningServer implements AutoCloseable {
    private static final String PASSWORD = "correct horse battery";
    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_AGAIN_MILLIS = 50;
    private final Simulator simulator;
    private final Server server;
    private final HttpClientOfTests client;

    private RunningServer(Simulator simulator, Server server) {
        this.simulator = simulator;
        this.server = server;
        this.client = withKey(new HttpClientOfTests(port(server.address()), Map.of()));
    }

    /**
     * An operator to which every message arrives soon.
     *
     * @param click share of people who open their link, in percent
     */
    static Behaviour allArrive(double click) {
        return Behaviour.usual()
                .withTimes(Duration.ZERO, Duration.ofMillis(20))
                .withShares(100, 0, 0)
                .withClick(click);
    }

    static RunningServer start(
            PostgresAddress postgres, Path data, Behaviour behaviour, Function<Vertx, HintQueue> queue) {
        return start(postgres, data, behaviour, queue, Clock.systemUTC());
    }

    static RunningServer start(
            PostgresAddress postgres, Path data, Behaviour behaviour, Function<Vertx, HintQueue> queue, Clock clock) {
        Simulator simulator =
                await(new Simulator(SimulatorSettings.onFreePorts().with(behaviour)).start());
        return new RunningServer(
                simulator,
                Server.start(settings(postgres, data, simulator), List.of(Path.of("target/plugins")), queue, clock));
    }

    private static Settings settings(PostgresAddress postgres, Path data, Simulator simulator) {
        String url = "postgresql://%s:%s@%s:%d/%s"
                .formatted(
                        postgres.user(),
                        postgres.password().reveal(),
                        postgres.host(),
                        postgres.port(),
                        postgres.database());
        return Settings.read(
                Optional.empty(),
                Map.of(),
                List.of(
                        "data=" + data,
                        "web.port=0",
                        "tracking.port=0",
                        "ops.port=0",
                        "database.url=" + url,
                        "admin.password=" + PASSWORD,
                        "sending.sweep=PT0.2S",
                        "simulator.smpp=127.0.0.1:" + simulator.smppPort(),
                        "simulator.web=http://127.0.0.1:" + simulator.httpPort() + "/"));
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static HttpClientOfTests withKey(HttpClientOfTests anonymous) {
        Reply login = anonymous.post(
                "/api/v1/sessions", new JsonObject().put("login", "admin").put("password", PASSWORD));
        assertThat(login.status()).as(login.text()).isEqualTo(201);
        String cookie = login.header("Set-Cookie").replaceAll(";.*", "");
        Reply key = anonymous
                .with("Cookie", cookie)
                .with("X-CSRF-Token", login.json().getString("csrfToken"))
                .post("/api/v1/api-keys", new JsonObject().put("name", "test").put("role", "admin"));
        assertThat(key.status()).as(key.text()).isEqualTo(201);
        return anonymous.with("Authorization", "Bearer " + key.json().getString("key"));
    }

    /** Asks the API as an admin. */
    HttpClientOfTests client() {
        return client;
    }

    /** What a GET answers, which must succeed. */
    JsonObject get(String path) {
        Reply reply = client.get(path);
        assertThat(reply.status()).as(path + ": " + reply.text()).isEqualTo(200);
        return reply.json();
    }

    /** What a POST answers, which must succeed. */
    JsonObject post(String path, JsonObject body) {
        Reply reply = client.post(path, body);
        assertThat(reply.status()).as(path + ": " + reply.text()).isBetween(200, 202);
        return reply.json();
    }

    /** Makes something by a POST and answers its id. */
    String make(String path, JsonObject body) {
        return post(path, body).getString("id");
    }

    /** A sender that sends through the simulator. */
    String sender() {
        return sender("Simulator", simulator);
    }

    /** A sender that sends through a given operator. */
    String sender(String name, Simulator operator) {
        return make(
                "/api/v1/senders",
                new JsonObject()
                        .put("name", name)
                        .put("gateway", "smpp")
                        .put("callerId", "SHOP")
                        .put(
                                "settings",
                                new JsonObject()
                                        .put("host", "127.0.0.1")
                                        .put("port", Integer.toString(operator.smppPort()))
                                        .put("system-id", "postrider")
                                        .put("password", "simulate")));
    }

    Simulator simulator() {
        return simulator;
    }

    /** Looks again and again until what it sees is as it should be. */
    static <T> T eventually(Supplier<T> look, Predicate<T> asItShouldBe) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        CountDownLatch pause = new CountDownLatch(1);
        T seen = look.get();
        while (!asItShouldBe.test(seen)) {
            assertThat(System.nanoTime()).as("still %s", seen).isLessThan(end);
            boolean never = pause.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            assertThat(never).isFalse();
            seen = look.get();
        }
        return seen;
    }

    @Override
    public void close() {
        server.close();
        await(simulator.stop());
    }
}
