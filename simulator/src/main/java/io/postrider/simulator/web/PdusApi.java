package io.postrider.simulator.web;

import io.postrider.simulator.people.Part;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.view.MessageView;
import io.postrider.simulator.view.Octets;
import io.postrider.simulator.view.PduField;
import io.postrider.simulator.view.PduLog;
import io.postrider.simulator.view.PduView;
import io.postrider.simulator.web.Answering.NotFoundException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** PDUs as they travelled. */
final class PdusApi {
    private static final int HEADER = 16;

    private final Exchange exchange;

    PdusApi(Exchange exchange) {
        this.exchange = exchange;
    }

    void addTo(Router router) {
        router.get("/api/v1/pdus").handler(Answering.json(this::list));
        router.get("/api/v1/pdus/:id").handler(Answering.json(this::one));
    }

    private JsonObject list(RoutingContext call) {
        int limit = Answering.limit(call);
        long before = Answering.cursor(call, "before", Long.MAX_VALUE);
        List<PduLog.Entry> found = exchange.pdus().newest(before, filter(call), limit + 1);
        boolean more = found.size() > limit;
        var items = new JsonArray();
        found.stream().limit(limit).forEach(entry -> items.add(brief(entry, new PduView(entry.octets()))));
        return new JsonObject()
                .put("items", items)
                .put("next", more ? Long.toString(found.get(limit - 1).id()) : null);
    }

    private Predicate<PduLog.Entry> filter(RoutingContext call) {
        long session = Answering.cursor(call, "session", 0);
        String q = Answering.query(call, "q").strip().toLowerCase(Locale.ROOT);
        String phone = Answering.query(call, "phone");
        String message = Answering.query(call, "message");
        Predicate<PduLog.Entry> related = message.isEmpty() ? entry -> true : about(Answering.number(message));
        return entry -> (session == 0 || entry.session() == session)
                && (phone.isEmpty()
                        || latin(entry).contains("\0" + phone + "\0")
                        || latin(entry).contains(phone + "\0"))
                && (q.isEmpty()
                        || new PduView(entry.octets()).command().contains(q)
                        || latin(entry).toLowerCase(Locale.ROOT).contains(q))
                && related.test(entry);
    }

    private static String latin(PduLog.Entry entry) {
        return new String(entry.octets(), StandardCharsets.ISO_8859_1);
    }

    /** The submits of a message, their answers by sequence number, and the receipts by id. */
    private Predicate<PduLog.Entry> about(long number) {
        ReceivedMessage message = exchange.round().people().message(number);
        if (message == null) {
            throw new NotFoundException("There is no message " + number + " any more.");
        }
        List<Part> parts = new ArrayList<>();
        for (Part part : message.parts()) {
            if (part != null) {
                parts.add(part);
            }
        }
        return entry -> parts.stream().anyMatch(part -> isAbout(entry, part));
    }

    private static boolean isAbout(PduLog.Entry entry, Part part) {
        if (entry.octets().length < HEADER) {
            return false;
        }
        if (entry.id() == part.origin().pdu()) {
            return true;
        }
        var view = new PduView(entry.octets());
        boolean answer =
                view.command().equals("submit_sm_resp") || view.command().equals("data_sm_resp");
        if (answer && entry.session() == part.origin().session()) {
            return view.sequence() == (part.origin().sequence() & 0xFFFF_FFFFL)
                    && entry.id() > part.origin().pdu();
        }
        boolean receipt = !entry.in()
                && (view.command().equals("deliver_sm") || view.command().equals("data_sm"));
        return receipt && hasId(latin(entry), part.id());
    }

    private static boolean hasId(String octets, long id) {
        return octets.contains(Long.toString(id))
                || octets.toLowerCase(Locale.ROOT).contains(Long.toHexString(id));
    }

    private static JsonObject brief(PduLog.Entry entry, PduView view) {
        List<String> problems = view.problems();
        return new JsonObject()
                .put("id", Long.toString(entry.id()))
                .put("at", MessageView.time(entry.at()))
                .put("session", Integer.toString(entry.session()))
                .put("direction", entry.in() ? "in" : "out")
                .put("command", view.command())
                .put("status", view.status())
                .put("sequence", view.sequence())
                .put("length", entry.octets().length)
                .put("problem", problems.isEmpty() ? null : problems.get(0));
    }

    private JsonObject one(RoutingContext call) {
        PduLog.Entry entry = exchange.pdus().find(Answering.number(call.pathParam("id")));
        if (entry == null) {
            throw new NotFoundException("The PDU " + call.pathParam("id") + " is not kept any more.");
        }
        var view = new PduView(entry.octets());
        var fields = new JsonArray();
        for (PduField field : view.fields()) {
            fields.add(new JsonObject()
                    .put("name", field.name())
                    .put("value", field.value())
                    .put("hex", Octets.hex(entry.octets(), field.offset(), field.length()))
                    .put("offset", field.offset())
                    .put("length", field.length())
                    .put("note", field.note())
                    .put("problem", field.problem()));
        }
        return brief(entry, view)
                .put("fields", fields)
                .put("hex", Octets.hex(entry.octets()))
                .put("problems", new JsonArray(view.problems()));
    }
}
