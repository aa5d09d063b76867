package io.postrider.simulator;

import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.smsc.Session;
import io.postrider.smpp.wire.SmppConnection;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens the ports and keeps all state on this one event loop. */
final class SmscVerticle extends VerticleBase {
    private static final int BACKLOG = 1_024;

    private final SimulatorSettings settings;
    private final Clock clock;
    private volatile @Nullable NetServer smpp;
    private volatile @Nullable Exchange exchange;

    SmscVerticle(SimulatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        Context loop = context;
        var opened = new Exchange(vertx, clock, settings, message -> {});
        exchange = opened;
        var options =
                new NetServerOptions().setTcpNoDelay(true).setReuseAddress(true).setAcceptBacklog(BACKLOG);
        NetServer server = vertx.createNetServer(options)
                .connectHandler(socket -> new Session(new SmppConnection(socket, loop), opened));
        smpp = server;
        return server.listen(settings.smppPort(), settings.host());
    }

    int smppPort() {
        return Objects.requireNonNull(smpp, "not started").actualPort();
    }

    /** Asks on the event loop, from any thread. */
    <T> Future<T> ask(Function<Exchange, T> question) {
        Exchange asked = Objects.requireNonNull(exchange, "not started");
        Promise<T> answer = Promise.promise();
        context.runOnContext(turn -> answer.complete(question.apply(asked)));
        return answer.future();
    }
}
