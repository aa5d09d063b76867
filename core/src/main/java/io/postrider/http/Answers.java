package io.postrider.http;

import io.postrider.refusal.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers and problems. The only place that logs what went wrong in a request, once. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private final RandomGenerator random;

    Answers(RandomGenerator random) {
        this.random = random;
    }

    /** Sends an answer. */
    void send(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response();
        @Nullable ReadStream<Buffer> file = answer.file();
        if (response.ended() || response.closed()) {
            if (file != null) {
                file.handler(null).exceptionHandler(null).resume();
            }
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (file != null) {
            response.setChunked(true);
            file.pipeTo(response).onFailure(problem -> broken(context, problem));
        } else if (answer.body() != null) {
            response.putHeader("Content-Type", "application/json");
            end(context, answer.body().toBuffer());
        } else {
            end(context, Buffer.buffer());
        }
    }

    /** Sends what went wrong: a refusal as it is, everything else as a number that is found in the log. */
    void fail(RoutingContext context, Throwable problem) {
        HttpServerResponse response = context.response();
        if (problem instanceof HttpClosedException && response.closed()) {
            LOG.debug("the client left before its request to {} was read", context.normalizedPath());
            return;
        }
        Refusal refusal = problem instanceof Refusal expected ? expected : unexpected(context, problem);
        if (response.headWritten() || response.closed()) {
            response.reset();
            return;
        }
        if (refusal.reason().kind() == io.postrider.refusal.Reason.Kind.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.setStatusCode(Problem.status(refusal)).putHeader("Content-Type", Problem.TYPE);
        end(context, Problem.of(refusal).toBuffer());
    }

    private Refusal unexpected(RoutingContext context, Throwable problem) {
        String id = HexFormat.of().toHexDigits(random.nextLong());
        LOG.error(
                "{} {} failed under the number {}", context.request().method(), context.normalizedPath(), id, problem);
        return Refusal.of(HttpReason.BROKEN, Map.of("id", id));
    }

    private static void broken(RoutingContext context, Throwable problem) {
        LOG.debug("an answer to {} was broken off", context.normalizedPath(), problem);
        context.response().reset();
    }

    /** A body that was not read is read and forgotten, and the connection ends, so that nobody waits for it. */
    private static void end(RoutingContext context, Buffer body) {
        if (!context.request().isEnded()) {
            context.response().putHeader("Connection", "close");
            context.request().handler(null).resume();
        }
        context.response().end(body).onFailure(gone -> LOG.debug("the client left before the answer", gone));
    }
}
