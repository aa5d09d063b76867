package io.postrider.simulator.clicks;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens links as the browser of a phone does: a GET whose redirect is not followed. Has an event loop of its own, so that
 * clicks do not delay answers. A page that is out of reach is tried again for about half a minute.
 */
public final class Clicker extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(Clicker.class);
    private static final int AT_ONCE = 64;
    private static final int TRIES = 9;
    private static final long FIRST_PAUSE_MILLIS = 125;
    private static final long TIMEOUT_MILLIS = 10_000;

    private final Deque<Task> waiting = new ArrayDeque<>();
    private @Nullable HttpClient client;
    private int running;

    /**
     * @param visit what is opened
     * @param tries how often it was tried
     * @param done told on the clicker's event loop of the HTTP status; 0 if none came
     */
    private record Task(Visit visit, int tries, IntConsumer done) {}

    /** Made for the first click: many tests have none, and it is a good part of the start. */
    private HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = vertx.createHttpClient(
                    new HttpClientOptions().setKeepAliveTimeout(5).setConnectTimeout((int) TIMEOUT_MILLIS),
                    new PoolOptions().setHttp1MaxSize(AT_ONCE));
            client = made;
        }
        return made;
    }

    /**
     * Opens a link after a while, from any thread.
     *
     * @param done told on another event loop of the HTTP status; 0 if none came
     */
    void open(Visit visit, long delayMillis, IntConsumer done) {
        var task = new Task(visit, 1, done);
        context.runOnContext(turn -> {
            if (delayMillis > 0) {
                vertx.setTimer(delayMillis, due -> begin(task));
            } else {
                begin(task);
            }
        });
    }

    private void begin(Task task) {
        waiting.addLast(task);
        next();
    }

    private void next() {
        while (running < AT_ONCE && !waiting.isEmpty()) {
            Task task = waiting.removeFirst();
            running++;
            request(task.visit()).onComplete(status -> {
                running--;
                opened(task, status.succeeded() ? status.result() : null);
                next();
            });
        }
    }

    private Future<Integer> request(Visit visit) {
        var request = new RequestOptions()
                .setMethod(HttpMethod.valueOf(visit.method()))
                .setAbsoluteURI(visit.link())
                .setFollowRedirects(false)
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("User-Agent", visit.agent());
        if (visit.robot()) {
            request.putHeader("Accept", "*/*");
        } else {
            request.putHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                    .putHeader("Accept-Language", "en-US,en;q=0.9");
        }
        return client().request(request).compose(HttpClientRequest::send).compose(Clicker::read);
    }

    private static Future<Integer> read(HttpClientResponse response) {
        return response.end().map(response.statusCode());
    }

    private void opened(Task task, @Nullable Integer status) {
        if (status == null && task.tries() < TRIES && !task.visit().robot()) {
            var again = new Task(task.visit(), task.tries() + 1, task.done());
            vertx.setTimer(FIRST_PAUSE_MILLIS << (task.tries() - 1), fired -> begin(again));
            return;
        }
        LOG.debug("The link {} was answered with {}", task.visit().link(), status);
        task.done().accept(status == null ? 0 : status);
    }
}
