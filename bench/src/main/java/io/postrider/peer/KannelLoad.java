package io.postrider.peer;

import io.postrider.rig.RigException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends through Kannel as its users do: over HTTP, on connections that are kept, each message with an address that Kannel tells
 * its delivery report to.
 */
public final class KannelLoad implements AutoCloseable {
    private static final int CONNECTIONS = 16;
    private static final int ACCEPTED = 202;
    private static final long PATIENCE_SECONDS = 30;
    private static final long FIRST_PHONE = 12_022_000_000L;

    /** Delivered and not delivered: the least that says how each message ended. */
    private static final int REPORTS = 3;

    private static final String TEXT = "Hello, Isabella! A table in town is free today, have a look before it is gone:"
            + " http://127.0.0.1:8081/AbCdEfGh";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final HttpClient client;
    private final int sendPort;
    private final String query;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger reports = new AtomicInteger();
    private volatile int end;

    /** Opens what hears the delivery reports; connects when it first sends. */
    public KannelLoad(Kannel kannel) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.sendPort = kannel.sendPort();
        String reportsTo = "http://127.0.0.1:" + listen() + "/?type=%d";
        this.query = "/cgi-bin/sendsms?" + kannel.credentials() + "&from=Shop&dlr-mask=" + REPORTS + "&dlr-url="
                + encoded(reportsTo) + "&text=" + encoded(TEXT) + "&to=";
    }

    private int listen() {
        try {
            return vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                    .requestHandler(report -> {
                        reports.incrementAndGet();
                        report.response().end();
                    })
                    .listen(0)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .actualPort();
        } catch (ExecutionException | TimeoutException problem) {
            throw new RigException("Nothing can listen to Kannel's delivery reports.", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RigException("The start of Kannel's load was interrupted.", interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Begins to send so many more messages, each to a phone of its own, and returns at once. */
    public void begin(int messages) {
        end = next.get() + messages;
        for (int i = 0; i < CONNECTIONS; i++) {
            vertx.getOrCreateContext().runOnContext(ignored -> one());
        }
    }

    private void one() {
        int number = next.getAndIncrement();
        if (number >= end) {
            next.decrementAndGet();
            return;
        }
        client.request(HttpMethod.GET, sendPort, "127.0.0.1", query + (FIRST_PHONE + number))
                .compose(request ->
                        request.send().compose(response -> response.end().map(response.statusCode())))
                .onComplete(done -> {
                    boolean taken = done.succeeded() && done.result() == ACCEPTED;
                    (taken ? accepted : refused).incrementAndGet();
                    one();
                });
    }

    /** Messages that Kannel took since the beginning. */
    public int accepted() {
        return accepted.get();
    }

    /** Messages that it did not take. */
    public int refused() {
        return refused.get();
    }

    /** Delivery reports that it told. */
    public int reports() {
        return reports.get();
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException problem) {
            throw new RigException("Kannel's load cannot be ended.", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
