package io.postrider.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for people and programs: the API under {@code /api} and the pages beside it. */
public final class ApiVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(ApiVerticle.class);
    private static final int BODY_BYTES = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int IDLE_SECONDS = 90;
    private static final Duration PRUNING = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofHours(24);
    private final String host;
    private final int port;
    private final Authentication authentication;
    private final IdempotencyStore idempotency;
    private final List<Api> apis;
    private final Clock clock;
    private final RandomGenerator random;
    private volatile @Nullable HttpServer server;

    /**
     * @param port 0 for any free one
     * @param random makes the numbers under which errors are logged
     */
    public ApiVerticle(
            String host,
            int port,
            Authentication authentication,
            IdempotencyStore idempotency,
            List<Api> apis,
            Clock clock,
            RandomGenerator random) {
        this.host = host;
        this.port = port;
        this.authentication = authentication;
        this.idempotency = idempotency;
        this.apis = List.copyOf(apis);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(PRUNING.toMillis(), timer -> prune());
        return Contract.load(vertx).compose(contract -> Pages.load(vertx).compose(pages -> listen(contract, pages)));
    }

    private Future<HttpServer> listen(Contract contract, Pages pages) {
        ApiRouter router = new ApiRouter(
                contract,
                pages,
                new Gate(authentication),
                new RequestBodies(vertx, BODY_BYTES, PATIENCE),
                new IdempotentAnswers(idempotency),
                new Answers(random),
                clock);
        HttpServerOptions options = new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setCompressionSupported(false);
        List<Api> all = new ArrayList<>(apis);
        all.add(new DescriptionApi(contract.text()));
        return vertx.createHttpServer(options)
                .requestHandler(router.mount(vertx, all))
                .listen(port, host)
                .onSuccess(open -> server = open);
    }

    private void prune() {
        idempotency
                .prune(clock.instant().minus(KEPT))
                .onFailure(problem -> LOG.error("old idempotency keys were not deleted; tried again later", problem));
    }

    /** The port that is open. */
    public int port() {
        @Nullable HttpServer open = server;
        if (open == null) {
            throw new IllegalStateException("the door is not open yet");
        }
        return open.actualPort();
    }
}
