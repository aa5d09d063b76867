package io.postrider.simulator.people;

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
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
    private static final int FOUND = 302;
    private static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Version/18.5 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0"
                    + " Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 14; SM-S928B) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0");

    private final Deque<Click> waiting = new ArrayDeque<>();
    private @Nullable HttpClient client;
    private int running;

    /**
     * @param phone whose owner clicks
     * @param link the address
     * @param tries how often it was tried
     * @param done told on the clicker's event loop whether a redirect came
     */
    private record Click(long phone, String link, int tries, Consumer<Boolean> done) {}

    @Override
    public Future<?> start() {
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(5).setConnectTimeout((int) TIMEOUT_MILLIS),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
        return Future.succeededFuture();
    }

    /**
     * Opens a link, from any thread.
     *
     * @param done told on another event loop whether a redirect came; only links of this machine are opened
     */
    public void click(long phone, String link, Consumer<Boolean> done) {
        context.runOnContext(turn -> {
            waiting.addLast(new Click(phone, link, 1, done));
            next();
        });
    }

    private void next() {
        while (running < AT_ONCE && !waiting.isEmpty()) {
            Click click = waiting.removeFirst();
            running++;
            open(click).onComplete(status -> {
                running--;
                opened(click, status.succeeded() ? status.result() : null);
                next();
            });
        }
    }

    private Future<Integer> open(Click click) {
        if (!Links.isLoopback(click.link())) {
            return Future.succeededFuture(0);
        }
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(click.link())
                .setFollowRedirects(false)
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("User-Agent", BROWSERS.get(Math.floorMod(Long.hashCode(click.phone()), BROWSERS.size())))
                .putHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .putHeader("Accept-Language", "en-US,en;q=0.9");
        return Objects.requireNonNull(client)
                .request(request)
                .compose(HttpClientRequest::send)
                .compose(Clicker::read);
    }

    private static Future<Integer> read(HttpClientResponse response) {
        return response.end().map(response.statusCode());
    }

    private void opened(Click click, @Nullable Integer status) {
        if (status == null && click.tries() < TRIES) {
            var again = new Click(click.phone(), click.link(), click.tries() + 1, click.done());
            vertx.setTimer(FIRST_PAUSE_MILLIS << (click.tries() - 1), fired -> {
                waiting.addLast(again);
                next();
            });
            return;
        }
        if (status == null || status != FOUND) {
            LOG.debug("The link {} was answered with {}", click.link(), status);
        }
        click.done().accept(status != null && status == FOUND);
    }
}
