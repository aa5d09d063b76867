package io.postrider.simulator.web;

import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.view.MessageView;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Waits for messages, so that no test has to sleep. */
final class AwaitApi {
    private static final long USUAL_MILLIS = 10_000;
    private static final long LONGEST_MILLIS = 600_000;
    private static final int MOST = 1_000_000;
    private static final int SHOWN = 100;

    private final Vertx vertx;
    private final Exchange exchange;

    AwaitApi(Vertx vertx, Exchange exchange) {
        this.vertx = vertx;
        this.exchange = exchange;
    }

    void addTo(Router router) {
        router.post("/api/v1/messages/await").handler(call -> {
            try {
                begin(call, Answering.body(call));
            } catch (RuntimeException problem) {
                Answering.refuse(call, problem);
            }
        });
    }

    private void begin(RoutingContext call, JsonObject body) {
        long count = body.getLong("count", 1L);
        long timeout = body.getLong("timeout", USUAL_MILLIS);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("\"count\" must lie between 1 and " + MOST + ".");
        }
        if (timeout < 1 || timeout > LONGEST_MILLIS) {
            throw new IllegalArgumentException(
                    "\"timeout\" must lie between 1 and " + LONGEST_MILLIS + " milliseconds.");
        }
        new Waiting(call, MessageFilter.of(body), count, timeout).start();
    }

    private final class Waiting implements Consumer<ReceivedMessage> {
        private final RoutingContext call;
        private final MessageFilter filter;
        private final long count;
        private final long timeout;
        private final Set<ReceivedMessage> found = new LinkedHashSet<>();
        private long timer;

        Waiting(RoutingContext call, MessageFilter filter, long count, long timeout) {
            this.call = call;
            this.filter = filter;
            this.count = count;
            this.timeout = timeout;
        }

        void start() {
            found.addAll(exchange.round().people().newest(Long.MAX_VALUE, filter, MOST));
            if (found.size() >= count) {
                answer();
                return;
            }
            timer = vertx.setTimer(timeout, late -> giveUp());
            exchange.feed().watch(this);
            call.response().closeHandler(gone -> end());
        }

        @Override
        public void accept(ReceivedMessage message) {
            if (filter.test(message)) {
                found.add(message);
            } else {
                found.remove(message);
            }
            if (found.size() >= count) {
                end();
                answer();
            }
        }

        private void end() {
            vertx.cancelTimer(timer);
            exchange.feed().leave(this);
        }

        private void answer() {
            List<ReceivedMessage> shown = new ArrayList<>(found);
            Answering.send(
                    call,
                    Answering.OK,
                    new JsonObject()
                            .put("items", MessageView.all(shown.subList(0, Math.min(SHOWN, shown.size()))))
                            .put("count", found.size()));
        }

        private void giveUp() {
            end();
            Answering.send(
                    call,
                    Answering.TIMEOUT,
                    new JsonObject()
                            .put("status", Answering.TIMEOUT)
                            .put("code", "timeout")
                            .put(
                                    "detail",
                                    "Only " + found.size() + " of " + count + " messages came within " + timeout
                                            + " ms.")
                            .put("count", found.size()));
        }
    }
}
