package io.postrider.stage.tracking;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the tracking domain on a port of its own, brings clicks to the disk every 100 ms and pumps them to the database. */
public final class TrackingVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(TrackingVerticle.class);
    private static final int FORCE_MILLIS = 100;
    private static final int PUMP_MILLIS = 250;
    private static final int IDLE_SECONDS = 60;
    private final Redirector redirector;
    private final ClickLog log;
    private final ClickPump pump;
    private final String host;
    private final int port;
    private final boolean behindProxy;
    private @Nullable HttpServer server;
    private boolean pumping;

    /**
     * @param port 0 for any free one
     * @param behindProxy whether a proxy of ours says the visitor's address
     */
    public TrackingVerticle(
            Redirector redirector, ClickLog log, ClickPump pump, String host, int port, boolean behindProxy) {
        this.redirector = redirector;
        this.log = log;
        this.pump = pump;
        this.host = host;
        this.port = port;
        this.behindProxy = behindProxy;
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(
                FORCE_MILLIS,
                timer -> log.force().onFailure(problem -> LOG.error("clicks cannot be brought to the disk", problem)));
        vertx.setPeriodic(0, PUMP_MILLIS, timer -> pumpUnlessBusy());
        redirector.learn().onFailure(problem -> LOG.warn("links are learnt one by one", problem));
        HttpServer started = vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(IDLE_SECONDS))
                .requestHandler(new RedirectHandler(redirector, behindProxy));
        server = started;
        return started.listen(port, host);
    }

    private void pumpUnlessBusy() {
        if (!pumping) {
            pumping = true;
            pump.pump().onComplete(ignored -> pumping = false);
        }
    }

    /** The port that it listens on, once it has started. */
    public int actualPort() {
        HttpServer started = server;
        return started == null ? port : started.actualPort();
    }

    @Override
    public Future<?> stop() {
        HttpServer started = server;
        return (started == null ? Future.succeededFuture() : started.close()).eventually(log::close);
    }
}
