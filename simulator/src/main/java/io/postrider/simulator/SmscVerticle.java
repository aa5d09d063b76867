package io.postrider.simulator;

import io.postrider.simulator.clicks.Clicker;
import io.postrider.simulator.clicks.Readers;
import io.postrider.simulator.scenario.ScenarioPlayer;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.smsc.Outbinder;
import io.postrider.simulator.smsc.Session;
import io.postrider.simulator.web.RestApi;
import io.postrider.simulator.web.World;
import io.postrider.smpp.wire.SmppConnection;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens the ports and keeps all state on this one event loop. */
final class SmscVerticle extends VerticleBase {
    private static final int BACKLOG = 1_024;
    private static final String NOT_STARTED = "the simulator has not started";

    private final SimulatorSettings settings;
    private final Clock clock;
    private final Clicker clicker;
    private final @Nullable KeyCertOptions certificate;
    private volatile @Nullable NetServer smpp;
    private volatile @Nullable NetServer smppOverTls;
    private volatile @Nullable HttpServer http;
    private volatile @Nullable World world;

    /** @param certificate of the TLS port; null without one */
    SmscVerticle(SimulatorSettings settings, Clock clock, Clicker clicker, @Nullable KeyCertOptions certificate) {
        this.settings = settings;
        this.clock = clock;
        this.clicker = clicker;
        this.certificate = certificate;
    }

    @Override
    public Future<?> start() {
        var exchange = new Exchange(vertx, clock, settings);
        var readers = new Readers(clicker, context, exchange);
        exchange.readBy(readers);
        var opened = new World(
                exchange,
                readers,
                new ScenarioPlayer(exchange),
                new Outbinder(vertx, context, exchange),
                this::smppPort);
        world = opened;
        return listenForClients(exchange)
                .compose(listening -> listenForClientsOverTls(exchange))
                .compose(listening -> listenForQuestions(opened));
    }

    private static NetServerOptions options() {
        return new NetServerOptions().setTcpNoDelay(true).setReuseAddress(true).setAcceptBacklog(BACKLOG);
    }

    private Future<NetServer> listenForClients(Exchange exchange) {
        Context loop = context;
        NetServer server = vertx.createNetServer(options())
                .connectHandler(socket -> new Session(new SmppConnection(socket, loop), exchange, false));
        smpp = server;
        return server.listen(settings.smppPort(), settings.host());
    }

    private Future<?> listenForClientsOverTls(Exchange exchange) {
        Tls tls = settings.tls();
        if (tls == null) {
            return Future.succeededFuture();
        }
        Context loop = context;
        NetServer server = vertx.createNetServer(options().setSsl(true).setKeyCertOptions(certificate))
                .connectHandler(socket -> new Session(new SmppConnection(socket, loop), exchange, true));
        smppOverTls = server;
        return server.listen(tls.port(), settings.host());
    }

    private Future<HttpServer> listenForQuestions(World opened) {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setCompressionSupported(false))
                .requestHandler(new RestApi(opened, settings.host()).router(vertx));
        http = server;
        return server.listen(settings.httpPort(), settings.host());
    }

    int smppPort() {
        return Objects.requireNonNull(smpp, NOT_STARTED).actualPort();
    }

    int tlsPort() {
        return Objects.requireNonNull(smppOverTls, "the simulator has no TLS port")
                .actualPort();
    }

    int httpPort() {
        return Objects.requireNonNull(http, NOT_STARTED).actualPort();
    }

    /** Asks on the event loop, from any thread. */
    <T> Future<T> ask(Function<World, T> question) {
        World asked = Objects.requireNonNull(world, NOT_STARTED);
        Promise<T> answer = Promise.promise();
        context.runOnContext(turn -> Future.succeededFuture(asked).map(question).onComplete(answer));
        return answer.future();
    }
}
