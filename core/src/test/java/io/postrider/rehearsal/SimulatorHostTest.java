package io.postrider.rehearsal;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged simulator as a process of its own. */
@ExtendWith(VertxExtension.class)
final class SimulatorHostTest {
    private static final Path PACKAGED = Path.of("..", "simulator", "target");
    private final Vertx vertx;

    @TempDir
    private Path work;

    SimulatorHostTest(Vertx vertx) {
        this.vertx = vertx;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static SimulatorAddress address(int smpp, int web) {
        return new SimulatorAddress("127.0.0.1", smpp, URI.create("http://127.0.0.1:" + web + "/"));
    }

    private SimulatorHost host(SimulatorAddress address, Optional<Path> folder) {
        return new SimulatorHost(vertx, address, folder, work.resolve("simulator.log"));
    }

    @Test
    void manyWhoAskAtOnceGetOneSimulatorAndItEndsWithItsHost() throws Exception {
        SimulatorHost host = host(address(freePort(), freePort()), Optional.of(PACKAGED));
        List<Future<JsonObject>> asked = List.of(host.up(), host.up(), host.up());
        for (Future<JsonObject> each : asked) {
            assertThat(await(each).getLong("pdus")).isZero();
        }
        ProcessHandle process = ProcessHandle.of(host.pid().orElseThrow()).orElseThrow();
        await(host.end());
        process.onExit().get(20, TimeUnit.SECONDS);
        assertThat(host.pid()).isEmpty();
    }

    @Test
    void aSimulatorThatHasDiedIsStartedAgain() throws Exception {
        SimulatorHost host = host(address(freePort(), freePort()), Optional.of(PACKAGED));
        await(host.up());
        ProcessHandle first = ProcessHandle.of(host.pid().orElseThrow()).orElseThrow();
        first.destroyForcibly();
        first.onExit().get(20, TimeUnit.SECONDS);
        await(host.up());
        assertThat(host.pid())
                .isPresent()
                .hasValueSatisfying(pid -> assertThat(pid).isNotEqualTo(first.pid()));
        await(host.end());
    }

    @Test
    void oneThatAnswersAlreadyIsUsed() {
        Simulator other = await(new Simulator(SimulatorSettings.onFreePorts()).start());
        SimulatorHost host = host(address(other.smppPort(), other.httpPort()), Optional.of(PACKAGED));
        assertThat(await(host.up()).getLong("pdus")).isZero();
        assertThat(host.pid()).isEmpty();
        await(other.stop());
    }

    @Test
    void itGoesWhenWhoeverStartedItIsKilled() throws IOException, InterruptedException, TimeoutException {
        SimulatorProcess process =
                SimulatorProcess.start(PACKAGED, address(freePort(), freePort()), work.resolve("simulator.log"));
        process.letGo();
        assertThat(process.endedWithin(20)).isTrue();
    }

    @Test
    void withoutASimulatorToStartAPersonIsToldSo() throws IOException {
        SimulatorHost host = host(address(freePort(), freePort()), Optional.empty());
        assertThatThrownBy(() -> await(host.up())).hasStackTraceContaining("none came with this server");
    }

    @Test
    void aSimulatorThatCannotStartSaysWhy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SimulatorHost host = host(address(taken.getLocalPort(), freePort()), Optional.of(PACKAGED));
            assertThatThrownBy(() -> await(host.up())).hasStackTraceContaining("cannot listen on 127.0.0.1");
        }
    }

    @Test
    void aStrangerOnThePortIsNotTakenForASimulator() throws IOException {
        var stranger = await(vertx.createHttpServer()
                .requestHandler(request -> request.response().end("<html>"))
                .listen(0, "127.0.0.1"));
        SimulatorClient client = new SimulatorClient(vertx, address(freePort(), stranger.actualPort()));
        assertThatThrownBy(() -> await(client.statistics())).hasStackTraceContaining("does not answer");
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws IOException {
        var endless = await(vertx.createHttpServer()
                .requestHandler(request -> request.response().end("x".repeat(5 << 20)))
                .listen(0, "127.0.0.1"));
        SimulatorClient client = new SimulatorClient(vertx, address(freePort(), endless.actualPort()));
        assertThatThrownBy(() -> await(client.get("/api/v1/messages"))).hasStackTraceContaining("does not answer");
    }
}
