package io.postrider.simulator;

import io.postrider.simulator.people.Clicker;
import io.postrider.simulator.people.Readers;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.smsc.Session;
import io.postrider.simulator.web.RestApi;
import io.postrider.smpp.wire.SmppConnection;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.time.Clock;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Opens the ports and keeps all state on this one event loop. */
final class SmscVerticle extends VerticleBase {
    private static final int BACKLOG = 1_024;
    private static final String NOT_STARTED = "the simulator has not started";

    private final SimulatorSettings settings;
    private final Clock clock;
    private final Clicker clicker;
    private volatile @Nullable NetServer smpp;
    private volatile @Nullable HttpServer http;
    private volatile @Nullable State state;

    private record State(Exchange exchange, Readers readers) {}

    SmscVerticle(SimulatorSettings settings, Clock clock, Clicker clicker) {
        this.settings = settings;
        this.clock = clock;
        this.clicker = clicker;
    }

    @Override
    public Future<?> start() {
        var exchange = new Exchange(vertx, clock, settings);
        var readers = new Readers(clicker, context, exchange::clicked);
        exchange.readBy(readers);
        state = new State(exchange, readers);
        return listenForClients(exchange).compose(listening -> listenForQuestions(new RestApi(exchange, readers)));
    }

    private Future<NetServer> listenForClients(Exchange exchange) {
        Context loop = context;
        var options =
                new NetServerOptions().setTcpNoDelay(true).setReuseAddress(true).setAcceptBacklog(BACKLOG);
        NetServer server = vertx.createNetServer(options)
                .connectHandler(socket -> new Session(new SmppConnection(socket, loop), exchange));
        smpp = server;
        return server.listen(settings.smppPort(), settings.host());
    }

    private Future<HttpServer> listenForQuestions(RestApi api) {
        HttpServer server = vertx.createHttpServer().requestHandler(api.router(vertx));
        http = server;
        return server.listen(settings.httpPort(), settings.host());
    }

    int smppPort() {
        return Objects.requireNonNull(smpp, NOT_STARTED).actualPort();
    }

    int httpPort() {
        return Objects.requireNonNull(http, NOT_STARTED).actualPort();
    }

    /** Asks on the event loop, from any thread. */
    <T> Future<T> ask(BiFunction<Exchange, Readers, T> question) {
        State asked = Objects.requireNonNull(state, NOT_STARTED);
        Promise<T> answer = Promise.promise();
        context.runOnContext(turn -> Future.succeededFuture(asked)
                .map(now -> question.apply(now.exchange(), now.readers()))
                .onComplete(answer));
        return answer.future();
    }
}
