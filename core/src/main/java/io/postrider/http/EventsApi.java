package io.postrider.http;

import io.postrider.queue.HintQueue;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one stream of server-sent events that a browser needs. Events carry ids only: what changed is read by the caller's own
 * permissions. A stream ends within seconds of its session.
 */
public final class EventsApi implements Api {
    private static final Logger LOG = LoggerFactory.getLogger(EventsApi.class);
    private static final int STREAMS = 500;
    private static final int BEATS = 4;
    private final Vertx vertx;
    private final Authentication authentication;
    private final EventLog log;
    private final Duration look;
    private final AtomicInteger open = new AtomicInteger();

    /** @param look how often each stream's session is looked at; every fourth time the stream shows that it lives */
    public EventsApi(Vertx vertx, HintQueue queue, Authentication authentication, SecureRandom random, Duration look) {
        this.vertx = vertx;
        this.authentication = authentication;
        this.log = new EventLog(queue, HexFormat.of().toHexDigits(random.nextInt()));
        this.look = look;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("streamEvents", this::stream);
    }

    private Future<Answer> stream(Call call) {
        if (open.incrementAndGet() > STREAMS) {
            open.decrementAndGet();
            throw Refusal.of(HttpReason.TOO_MANY_STREAMS);
        }
        Set<String> topics = call.query("topics")
                .map(names -> Set.copyOf(Arrays.asList(names.split(","))))
                .orElseGet(EventLog::topics);
        EventStream stream = new EventStream(vertx, log, topics);
        long[] ticks = {0};
        long timer = vertx.setPeriodic(look.toMillis(), tick -> look(call, stream, ++ticks[0]));
        stream.begin(call.header("Last-Event-ID"), () -> {
            vertx.cancelTimer(timer);
            open.decrementAndGet();
        });
        call.stream().response().closeHandler(gone -> stream.close());
        Map<String, String> headers = Map.of("Content-Type", "text/event-stream", "X-Accel-Buffering", "no");
        return Future.succeededFuture(new Answer(200, headers, null, stream));
    }

    private void look(Call call, EventStream stream, long tick) {
        if (tick % BEATS == 0) {
            stream.beat();
        }
        authentication
                .identify(call.credential())
                .onSuccess(found -> {
                    if (found.isEmpty()) {
                        stream.close();
                    }
                })
                .onFailure(problem -> LOG.warn("a session could not be looked at; tried again soon", problem));
    }
}
