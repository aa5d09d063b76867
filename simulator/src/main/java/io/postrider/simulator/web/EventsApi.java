package io.postrider.simulator.web;

import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.smsc.Round;
import io.postrider.simulator.view.MessageView;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What happens, as server-sent events. Collected four times a second for everybody who watches, with at most five messages each
 * time: the rest is in the counters, so watching costs the wire nearly nothing.
 */
final class EventsApi {
    private static final long TICK_MILLIS = 250;
    private static final int SECOND_TICKS = 4;
    private static final int MOST_MESSAGES = 5;

    private final World world;
    private final Exchange exchange;
    private final Set<HttpServerResponse> watchers = new LinkedHashSet<>();
    private final Set<ReceivedMessage> changed = new LinkedHashSet<>();
    private final Consumer<ReceivedMessage> collector = this::collect;
    private Round round;
    private String sessions = "";
    private String behaviour = "";
    private int ticks;

    EventsApi(Vertx vertx, World world) {
        this.world = world;
        this.exchange = world.exchange();
        this.round = exchange.round();
        vertx.setPeriodic(TICK_MILLIS, tick -> tick());
    }

    void addTo(Router router) {
        router.get("/api/v1/events").handler(this::watch);
    }

    /** Once there is enough to tell, the wire goes on unwatched until the next tick. */
    private void collect(ReceivedMessage message) {
        changed.add(message);
        if (changed.size() >= MOST_MESSAGES) {
            exchange.feed().leave(collector);
        }
    }

    private void beginCollecting() {
        changed.clear();
        exchange.feed().leave(collector);
        exchange.feed().watch(collector);
    }

    private void watch(RoutingContext call) {
        HttpServerResponse response = call.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store");
        response.closeHandler(gone -> leave(response));
        response.exceptionHandler(lost -> leave(response));
        if (watchers.isEmpty()) {
            beginCollecting();
        }
        watchers.add(response);
        send(response, "statistics", Figures.statistics(world));
        send(response, "sessions", SessionsApi.list(exchange));
        send(response, "behaviour", exchange.behaviour().document());
    }

    private void leave(HttpServerResponse response) {
        watchers.remove(response);
        if (watchers.isEmpty()) {
            exchange.feed().leave(collector);
            changed.clear();
        }
    }

    private void tick() {
        if (watchers.isEmpty()) {
            return;
        }
        if (round != exchange.round()) {
            round = exchange.round();
            changed.clear();
            sendAll("reset", new JsonObject());
        }
        List<ReceivedMessage> now = new ArrayList<>(changed);
        beginCollecting();
        now.forEach(message -> sendAll("message", MessageView.brief(message)));
        ticks++;
        if (ticks % SECOND_TICKS == 0) {
            second();
        }
    }

    private void second() {
        sendAll("statistics", Figures.statistics(world));
        JsonObject list = SessionsApi.list(exchange);
        if (!list.encode().equals(sessions)) {
            sessions = list.encode();
            sendAll("sessions", list);
        }
        JsonObject document = exchange.behaviour().document();
        if (!document.encode().equals(behaviour)) {
            behaviour = document.encode();
            sendAll("behaviour", document);
        }
    }

    private void sendAll(String event, JsonObject data) {
        List.copyOf(watchers).forEach(watcher -> send(watcher, event, data));
    }

    /** A watcher who does not read misses events instead of filling memory. */
    private static void send(HttpServerResponse watcher, String event, JsonObject data) {
        if (!watcher.closed() && !watcher.writeQueueFull()) {
            watcher.write("event: " + event + "\ndata: " + data.encode() + "\n\n");
        }
    }
}
