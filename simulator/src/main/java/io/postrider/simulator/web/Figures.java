package io.postrider.simulator.web;

import io.postrider.simulator.people.Person;
import io.postrider.simulator.people.Readers;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.smsc.Round;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the simulator knows, as JSON. Called on the event loop of the exchange. */
public final class Figures {
    private Figures() {}

    /** All counters since the last reset. */
    public static JsonObject statistics(Exchange exchange, Readers readers) {
        Round round = exchange.round();
        return new JsonObject()
                .put("pdus", round.pdus())
                .put("phones", round.people().reached())
                .put("submitted", round.submitted())
                .put("refused", round.refused())
                .put("messages", round.messages())
                .put("receipts", round.receipts())
                .put("receiptsWaiting", round.receiptsWaiting())
                .put("delivered", round.delivered())
                .put("undelivered", round.undelivered())
                .put("expired", round.expired())
                .put("peopleWhoClicked", round.people().clickers())
                .put("clicksWaiting", readers.waiting())
                .put("responsesWaiting", exchange.responsesWaiting())
                .put("binds", exchange.binds());
    }

    /** A phone in a list. */
    public static JsonObject brief(Person person) {
        List<ReceivedMessage> kept = person.kept();
        return new JsonObject()
                .put("phone", Long.toString(person.phone()))
                .put("submits", person.submits())
                .put("accepted", person.accepted())
                .put("messages", person.messages())
                .put("clicked", person.clicked())
                .put("text", kept.isEmpty() ? null : kept.get(0).text());
    }

    /** A phone with the messages that are kept, newest first. */
    public static JsonObject full(Person person) {
        return brief(person).put("items", messages(person.kept()));
    }

    /** Messages as their phones show them. */
    public static JsonArray messages(List<ReceivedMessage> shown) {
        var messages = new JsonArray();
        shown.forEach(message -> messages.add(message(message)));
        return messages;
    }

    private static JsonObject message(ReceivedMessage message) {
        var end = message.end();
        return new JsonObject()
                .put("id", Long.toString(message.number()))
                .put("phone", Long.toString(message.person().phone()))
                .put("from", message.from())
                .put("text", message.text())
                .put("encoding", message.encoding())
                .put("parts", message.total())
                .put("partsPresent", message.present())
                .put("submittedAt", Instant.ofEpochMilli(message.submittedAt()).toString())
                .put(
                        "endedAt",
                        end == null
                                ? null
                                : Instant.ofEpochMilli(message.endedAt()).toString())
                .put("state", end == null ? "on the way" : end.name().toLowerCase(Locale.ROOT))
                .put("receiptsAcknowledged", message.acknowledged());
    }
}
