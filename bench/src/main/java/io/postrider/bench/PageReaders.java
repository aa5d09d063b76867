package io.postrider.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** People who have the simulator's page open: each hears its events, and asks for the messages and figures every second. */
final class PageReaders implements AutoCloseable {
    private static final long EVERY_MILLIS = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final List<String> PATHS = List.of("/api/v1/messages?limit=100", "/api/v1/statistics");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService readers;
    private final List<Future<?>> rounds = new ArrayList<>();
    private final AtomicLong octetsHeard = new AtomicLong();
    private final LongAdder answers = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicLong slowestNanos = new AtomicLong();

    /** So many begin to read, spread over the second. */
    PageReaders(URI page, int number) {
        readers = Executors.newScheduledThreadPool(number);
        for (int i = 0; i < number; i++) {
            long first = EVERY_MILLIS * i / number;
            rounds.add(hear(page));
            rounds.add(readers.scheduleWithFixedDelay(() -> read(page), first, EVERY_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    /** Until it is cancelled. */
    private Future<?> hear(URI page) {
        HttpRequest request =
                HttpRequest.newBuilder(page.resolve("/api/v1/events")).build();
        return http.sendAsync(
                request,
                BodyHandlers.ofByteArrayConsumer(
                        piece -> piece.ifPresent(octets -> octetsHeard.addAndGet(octets.length))));
    }

    private void read(URI page) {
        try {
            for (String path : PATHS) {
                ask(page.resolve(path));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(URI address) throws InterruptedException {
        long begun = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            (answer.statusCode() == 200 ? answers : failures).increment();
            slowestNanos.accumulateAndGet(System.nanoTime() - begun, Math::max);
        } catch (IOException unanswered) {
            failures.increment();
        }
    }

    long failures() {
        return failures.sum();
    }

    JsonObject json() {
        return new JsonObject()
                .put("answers", answers.sum())
                .put("failures", failures())
                .put("octetsOfEvents", octetsHeard.get())
                .put("slowestMillis", TimeUnit.NANOSECONDS.toMillis(slowestNanos.get()));
    }

    @Override
    public void close() {
        rounds.forEach(round -> round.cancel(true));
        readers.shutdownNow();
    }
}
