package io.postrider.simulator.view;

import io.postrider.simulator.people.Click;
import io.postrider.simulator.people.Origin;
import io.postrider.simulator.people.Part;
import io.postrider.simulator.people.ReceivedMessage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as JSON. Called on the event loop of the exchange. */
public final class MessageView {
    private MessageView() {}

    /** Several, in this order. */
    public static JsonArray all(List<ReceivedMessage> messages) {
        var all = new JsonArray();
        messages.forEach(message -> all.add(brief(message)));
        return all;
    }

    /** One as it stands in a list. */
    public static JsonObject brief(ReceivedMessage message) {
        Origin origin = message.origin();
        return new JsonObject()
                .put("id", Long.toString(message.number()))
                .put("phone", Long.toString(message.person().phone()))
                .put("from", message.from())
                .put("account", origin.account())
                .put("session", Integer.toString(origin.session()))
                .put("text", message.text())
                .put("encoding", message.first().encoding())
                .put("flash", message.first().flash())
                .put("parts", message.total())
                .put("partsPresent", message.present())
                .put("duplicates", message.duplicates())
                .put("units", units(message))
                .put("submittedAt", time(message.submittedAt()))
                .put("endedAt", message.endedAt() == 0 ? null : time(message.endedAt()))
                .put("state", message.state())
                .put("receiptsAcknowledged", message.acknowledged())
                .put("problem", message.problem())
                .put("clicks", clicks(message));
    }

    private static int units(ReceivedMessage message) {
        int units = 0;
        for (Part part : message.parts()) {
            units += part == null ? 0 : part.segment().units();
        }
        return units;
    }

    private static JsonArray clicks(ReceivedMessage message) {
        var clicks = new JsonArray();
        for (Click click : message.clicks()) {
            clicks.add(new JsonObject()
                    .put("link", click.link())
                    .put("at", time(click.at()))
                    .put("status", click.status())
                    .put("robot", click.robot())
                    .put("method", click.method())
                    .put("agent", click.agent()));
        }
        return clicks;
    }

    /** One with its parts. */
    public static JsonObject full(ReceivedMessage message) {
        var parts = new JsonArray();
        @Nullable Part[] all = message.parts();
        for (int i = 0; i < all.length; i++) {
            parts.add(part(i + 1, all[i]));
        }
        return brief(message).put("partList", parts);
    }

    private static JsonObject part(int number, @Nullable Part part) {
        var view = new JsonObject().put("number", number).put("present", part != null);
        if (part == null) {
            return view;
        }
        Origin origin = part.origin();
        return view.put("messageId", Long.toString(part.id()))
                .put("sequence", origin.sequence() & 0xFFFF_FFFFL)
                .put("dataCoding", origin.dataCoding())
                .put("esmClass", origin.esmClass())
                .put("units", part.segment().units())
                .put("text", part.segment().text())
                .put("pdu", Long.toString(origin.pdu()))
                .put("session", Integer.toString(origin.session()))
                .put("submittedAt", time(part.acceptedAt()))
                .put("state", part.end() == null ? "on the way" : part.end().outcome())
                .put("problem", part.segment().problem());
    }

    /** A time as text. */
    public static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
