package io.postrider.simulator.web;

import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.view.MessageView;
import io.postrider.simulator.view.Pcap;
import io.postrider.simulator.view.PduLog;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything as a file: messages as JSON lines, PDUs as a capture. Sent in pieces, so that the wire goes on meanwhile. */
final class ExportApi {
    private static final int PIECE = 200;

    private final Vertx vertx;
    private final World world;
    private final Exchange exchange;

    ExportApi(Vertx vertx, World world) {
        this.vertx = vertx;
        this.world = world;
        this.exchange = world.exchange();
    }

    void addTo(Router router) {
        router.get("/api/v1/export/messages.jsonl").handler(this::messages);
        router.get("/api/v1/export/pdus.pcap").handler(this::pdus);
    }

    private void messages(RoutingContext call) {
        MessageFilter filter;
        try {
            filter = MessageFilter.of(call);
        } catch (IllegalArgumentException impossible) {
            Answering.refuse(call, impossible);
            return;
        }
        long[] before = {Long.MAX_VALUE};
        send(call, "application/x-ndjson", "messages.jsonl", Buffer.buffer(), () -> {
            List<ReceivedMessage> some = filter.newest(exchange.round().people(), before[0], PIECE);
            if (some.isEmpty()) {
                return null;
            }
            before[0] = some.get(some.size() - 1).number();
            var lines = Buffer.buffer();
            some.forEach(message ->
                    lines.appendString(MessageView.full(message).encode()).appendString("\n"));
            return lines;
        });
    }

    private void pdus(RoutingContext call) {
        var pcap = new Pcap(world.smppPort().getAsInt());
        long[] next = {exchange.pdus().oldest()};
        send(call, "application/vnd.tcpdump.pcap", "pdus.pcap", Pcap.head(), () -> {
            next[0] = Math.max(next[0], exchange.pdus().oldest());
            if (next[0] > exchange.pdus().last()) {
                return null;
            }
            var packets = Buffer.buffer();
            for (int i = 0; i < PIECE && next[0] <= exchange.pdus().last(); i++) {
                PduLog.Entry entry = exchange.pdus().find(next[0]++);
                if (entry != null) {
                    packets.appendBuffer(pcap.packets(entry));
                }
            }
            return packets;
        });
    }

    private void send(RoutingContext call, String type, String name, Buffer head, Supplier<@Nullable Buffer> pieces) {
        HttpServerResponse response = call.response()
                .setChunked(true)
                .putHeader("Content-Type", type)
                .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.write(head).onComplete(written -> next(response, pieces));
    }

    private void next(HttpServerResponse response, Supplier<@Nullable Buffer> pieces) {
        if (response.closed()) {
            return;
        }
        Buffer piece = pieces.get();
        if (piece == null) {
            response.end();
        } else if (response.writeQueueFull()) {
            response.write(piece);
            response.drainHandler(drained -> next(response, pieces));
        } else {
            response.write(piece);
            vertx.runOnContext(turn -> next(response, pieces));
        }
    }
}
