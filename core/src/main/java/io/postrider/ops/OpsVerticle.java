package io.postrider.ops;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /health} says that the process lives, {@code /ready} that it can do its work. On a port of its own. */
public final class OpsVerticle extends VerticleBase {
    private static final int UNAVAILABLE = 503;
    private final String host;
    private final int port;
    private final Supplier<Future<?>> check;
    private @Nullable HttpServer server;

    /** @param check succeeds when the server can work, such as by asking its database something */
    public OpsVerticle(String host, int port, Supplier<Future<?>> check) {
        this.host = host;
        this.port = port;
        this.check = check;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        router.get("/health").handler(context -> answer(context.response(), "live"));
        router.get("/ready")
                .handler(context -> check.get()
                        .onSuccess(ready -> answer(context.response(), "ready"))
                        .onFailure(problem ->
                                answer(context.response().setStatusCode(UNAVAILABLE), "database-out-of-reach")));
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(port, host)
                .onSuccess(listening -> server = listening);
    }

    private static void answer(HttpServerResponse response, String state) {
        response.putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("state", state).encode());
    }

    /** The port it listens on. */
    public int port() {
        return server == null ? port : server.actualPort();
    }
}
