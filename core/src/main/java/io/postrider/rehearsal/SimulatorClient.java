package io.postrider.rehearsal;

import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Asks the simulator's interface, at the configured address and nowhere else, within limits of time and size. */
public final class SimulatorClient {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONNECT_MILLIS = 1_000;
    private static final long ANSWER_MILLIS = 5_000;
    private static final int LARGEST = 4 << 20;
    private final HttpClient client;
    private final SimulatorAddress address;

    public SimulatorClient(Vertx vertx, SimulatorAddress address) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS));
        this.address = address;
    }

    /** All counters; fails when no simulator answers. */
    Future<JsonObject> statistics() {
        return get("/api/v1/statistics")
                .compose(figures -> figures.containsKey("pdus") ? Future.succeededFuture(figures) : silent());
    }

    /** What a path answers; nothing is there is an empty object. */
    Future<JsonObject> get(String path) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(address.web().getHost())
                .setPort(address.webPort())
                .setURI(path)
                .setTimeout(ANSWER_MILLIS);
        return client.request(request)
                .compose(ready -> ready.send().compose(SimulatorClient::read))
                .recover(problem -> silent());
    }

    private static Future<JsonObject> read(HttpClientResponse response) {
        if (response.statusCode() == NOT_FOUND) {
            return Future.succeededFuture(new JsonObject());
        }
        if (response.statusCode() != OK) {
            return Future.failedFuture("status " + response.statusCode());
        }
        Promise<JsonObject> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > LARGEST) {
                response.request().reset();
                whole.tryFail("the answer is too large");
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> {
            try {
                whole.tryComplete(body.toJsonObject());
            } catch (DecodeException foreign) {
                whole.tryFail(foreign);
            }
        });
        return whole.future();
    }

    private Future<JsonObject> silent() {
        return Future.failedFuture(Refusal.of(
                RehearsalReason.SILENT, Map.of("address", address.web().toString())));
    }
}
