package io.postrider.http;

import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** Reads bodies of bounded size, depth and patience. */
final class RequestBodies {
    private static final int DEEPEST = 50;
    private static final int DRAINED = 16;
    private final Vertx vertx;
    private final int limit;
    private final Duration patience;

    RequestBodies(Vertx vertx, int limit, Duration patience) {
        this.vertx = vertx;
        this.limit = limit;
        this.patience = patience;
    }

    /** The bytes of a paused request. What is too large is read on for a while, so that the client hears the answer. */
    Future<Buffer> read(HttpServerRequest request) {
        Promise<Buffer> whole = Promise.promise();
        Buffer collected = Buffer.buffer();
        long[] seen = {0};
        long timer = vertx.setTimer(patience.toMillis(), late -> whole.tryFail(Refusal.of(HttpReason.TOO_SLOW)));
        request.exceptionHandler(whole::tryFail);
        request.handler(part -> {
            seen[0] += part.length();
            if (seen[0] <= limit) {
                collected.appendBuffer(part);
            } else if (seen[0] > (long) limit * DRAINED) {
                whole.tryFail(tooLarge());
            }
        });
        request.endHandler(end -> {
            if (seen[0] > limit) {
                whole.tryFail(tooLarge());
            } else {
                whole.tryComplete(collected);
            }
        });
        request.resume();
        return whole.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private Refusal tooLarge() {
        return Refusal.of(HttpReason.TOO_LARGE, Map.of("limit", Integer.toString(limit)));
    }

    /** The JSON object in these bytes. */
    static JsonObject json(HttpServerRequest request, Buffer bytes) {
        String type = request.getHeader("Content-Type");
        if (type == null || !type.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
            throw notJson("the Content-Type is another one.");
        }
        if (depth(bytes) > DEEPEST) {
            throw notJson("it is nested too deeply.");
        }
        try {
            if (Json.decodeValue(bytes) instanceof JsonObject object) {
                return object;
            }
        } catch (DecodeException malformed) {
            throw notJson("it cannot be read.");
        }
        throw notJson("an object in braces is expected.");
    }

    private static Refusal notJson(String sentence) {
        return Refusal.of(HttpReason.NOT_JSON, Map.of("sentence", sentence));
    }

    private static int depth(Buffer bytes) {
        int depth = 0;
        int deepest = 0;
        boolean text = false;
        for (int i = 0; i < bytes.length(); i++) {
            byte character = bytes.getByte(i);
            if (text) {
                if (character == '\\') {
                    i++;
                } else if (character == '"') {
                    text = false;
                }
            } else if (character == '"') {
                text = true;
            } else if (character == '{' || character == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (character == '}' || character == ']') {
                depth--;
            }
        }
        return deepest;
    }
}
