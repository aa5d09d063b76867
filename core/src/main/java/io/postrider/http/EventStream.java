package io.postrider.http;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.ReadStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One browser's event stream. Changes are collected for a moment and told once each; when a browser reads too slowly they
 * are forgotten, and it is told to load everything again. Lives on one event loop.
 */
final class EventStream implements ReadStream<Buffer> {
    private static final int MOST = 1000;
    private static final long COLLECT_MILLIS = 250;
    private final Vertx vertx;
    private final Context context;
    private final EventLog log;
    private final Set<String> topics;
    private final Map<String, EventLog.Change> pending = new LinkedHashMap<>();
    private Runnable unsubscribe = () -> {};
    private Runnable closed = () -> {};
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Void> endHandler;
    private boolean flowing = true;
    private boolean ended;
    private boolean reset;
    private boolean beat;
    private boolean waiting;
    private long seen;

    EventStream(Vertx vertx, EventLog log, Set<String> topics) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.log = log;
        this.topics = topics;
    }

    /** Begins after the event that the browser saw last; an unknown one means that it must load everything. */
    void begin(String lastEventId, Runnable whenClosed) {
        closed = whenClosed;
        unsubscribe = log.listen(change -> context.runOnContext(ignored -> add(change)));
        seen = log.last();
        log.since(lastEventId).ifPresentOrElse(missed -> missed.forEach(this::add), () -> reset = true);
        write();
    }

    /** Shows that the connection lives. */
    void beat() {
        beat = true;
        write();
    }

    /** Ends the stream. */
    void close() {
        if (!ended) {
            ended = true;
            unsubscribe.run();
            closed.run();
            if (endHandler != null) {
                endHandler.handle(null);
            }
        }
    }

    private void add(EventLog.Change change) {
        seen = Math.max(seen, change.number());
        if (!topics.contains(change.topic()) || reset) {
            return;
        }
        pending.put(change.topic() + change.id(), change);
        if (pending.size() > MOST) {
            pending.clear();
            reset = true;
        }
        if (!waiting) {
            waiting = true;
            vertx.setTimer(COLLECT_MILLIS, timer -> {
                waiting = false;
                write();
            });
        }
    }

    private void write() {
        Handler<Buffer> to = handler;
        if (to == null || !flowing || ended || !(reset || beat || !pending.isEmpty())) {
            return;
        }
        StringBuilder text = new StringBuilder();
        if (reset) {
            event(text, "reset", new JsonObject());
        } else if (pending.isEmpty()) {
            text.append(": still here\n\n");
        } else {
            EventLog.byTopic(List.copyOf(pending.values())).forEach((topic, ids) -> event(text, topic, ids(ids)));
        }
        pending.clear();
        reset = false;
        beat = false;
        to.handle(Buffer.buffer(text.toString()));
    }

    private static JsonObject ids(Set<Long> ids) {
        JsonArray array = new JsonArray();
        ids.forEach(id -> array.add(Long.toString(id)));
        return new JsonObject().put("ids", array);
    }

    private void event(StringBuilder text, String name, JsonObject data) {
        text.append("id: ").append(log.eventId(seen)).append('\n');
        text.append("event: ").append(name).append('\n');
        text.append("data: ").append(data.encode()).append("\n\n");
    }

    @Override
    public EventStream handler(@Nullable Handler<Buffer> to) {
        handler = to;
        write();
        return this;
    }

    @Override
    public EventStream endHandler(@Nullable Handler<Void> to) {
        endHandler = to;
        return this;
    }

    @Override
    public EventStream exceptionHandler(@Nullable Handler<Throwable> to) {
        return this;
    }

    @Override
    public EventStream pause() {
        flowing = false;
        return this;
    }

    @Override
    public EventStream resume() {
        flowing = true;
        write();
        return this;
    }

    @Override
    public EventStream fetch(long amount) {
        return resume();
    }
}
