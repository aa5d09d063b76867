package io.postrider.simulator.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;

/** The simulator over HTTP. Runs on the event loop of the exchange, so what it says belongs together. */
public final class RestApi {
    private static final long LONGEST_BODY = 256 * 1024;
    private static final int TOO_LARGE = 413;
    private static final int WRONG_METHOD = 405;
    /** In a package: Vert.x looks for it in the working folder and on the whole class path, where others have pages too. */
    private static final String PAGE = "io/postrider/simulator/page";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final World world;
    private final String host;

    /** @param host that it listens on */
    public RestApi(World world, String host) {
        this.world = world;
        this.host = host;
    }

    /** The paths of the page and the interface. */
    public Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(RestApi::protect);
        router.route().handler(new Origins(host));
        router.route().handler(RestApi::takeAnyType);
        router.route().handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
        router.get("/api/v1/statistics").handler(Answering.json(call -> Figures.statistics(world)));
        new MessagesApi(world).addTo(router);
        new AwaitApi(vertx, world.exchange()).addTo(router);
        new SessionsApi(world).addTo(router);
        new BehaviourApi(world).addTo(router);
        new PdusApi(world.exchange()).addTo(router);
        new ExportApi(vertx, world).addTo(router);
        new EventsApi(vertx, world).addTo(router);
        router.get("/metrics").handler(new Metrics(world)::answer);
        router.get("/api/v1/openapi.yaml").handler(RestApi::contract);
        router.get().handler(StaticHandler.create(PAGE).setCachingEnabled(false).setIncludeHidden(false));
        problems(router);
        return router;
    }

    private static void protect(RoutingContext call) {
        call.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        call.next();
    }

    /** A body is JSON or YAML whatever its type says: curl says form unless it is told otherwise, and forms are cut at lines. */
    private static void takeAnyType(RoutingContext call) {
        call.request().headers().remove(HttpHeaders.CONTENT_TYPE);
        call.next();
    }

    private static void contract(RoutingContext call) {
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml")
                .sendFile(PAGE + "/openapi-simulator.yaml")
                .onFailure(call::fail);
    }

    private static void problems(Router router) {
        problem(router, Answering.NOT_FOUND, "notFound", "There is nothing at this address.");
        problem(router, WRONG_METHOD, "wrongMethod", "This address does not take this method.");
        problem(router, TOO_LARGE, "tooLarge", "The body is longer than 256 KB.");
        problem(router, Answering.BAD_REQUEST, "unreadable", "The request cannot be read.");
        problem(router, Answering.SERVER_ERROR, "error", "The simulator has an error.");
    }

    private static void problem(Router router, int status, String code, String sentence) {
        router.errorHandler(status, call -> Answering.problem(call, status, code, sentence));
    }
}
