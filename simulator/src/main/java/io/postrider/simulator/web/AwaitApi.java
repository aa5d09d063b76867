package io.postrider.simulator.web;

import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.smsc.Awaiting;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.view.MessageView;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Waits for messages, so that no test has to sleep. */
final class AwaitApi {
    private static final long USUAL_MILLIS = 10_000;
    private static final long LONGEST_MILLIS = 600_000;
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
        if (count < 1 || count > Awaiting.MOST) {
            throw new IllegalArgumentException("\"count\" must lie between 1 and " + Awaiting.MOST + ".");
        }
        if (timeout < 1 || timeout > LONGEST_MILLIS) {
            throw new IllegalArgumentException(
                    "\"timeout\" must lie between 1 and " + LONGEST_MILLIS + " milliseconds.");
        }
        MessageFilter filter = MessageFilter.of(body);
        var awaiting = new Awaiting(
                vertx, exchange, people -> filter.newest(people, Long.MAX_VALUE, Awaiting.MOST), filter, count);
        call.response().closeHandler(gone -> awaiting.finish());
        awaiting.start(timeout).onSuccess(found -> {
            if (found.size() >= count) {
                answer(call, found);
            } else {
                giveUp(call, found.size(), count, timeout);
            }
        });
    }

    private static void answer(RoutingContext call, List<ReceivedMessage> found) {
        Answering.send(
                call,
                Answering.OK,
                new JsonObject()
                        .put("items", MessageView.all(found.subList(0, Math.min(SHOWN, found.size()))))
                        .put("count", found.size()));
    }

    private static void giveUp(RoutingContext call, int found, long count, long timeout) {
        if (call.response().closed()) {
            return;
        }
        Answering.send(
                call,
                Answering.TIMEOUT,
                new JsonObject()
                        .put("status", Answering.TIMEOUT)
                        .put("code", "timeout")
                        .put("detail", "Only " + found + " of " + count + " messages came within " + timeout + " ms.")
                        .put("count", found));
    }
}
