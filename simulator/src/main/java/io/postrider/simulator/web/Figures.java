package io.postrider.simulator.web;

import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.People;
import io.postrider.simulator.people.Person;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.smsc.Conversations;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.smsc.Round;
import io.postrider.simulator.view.MessageView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the simulator knows, as JSON. Called on the event loop of the exchange. */
public final class Figures {
    /** Messages of a phone that are shown at once. */
    public static final int SHOWN = 1_000;

    private static final double HUNDREDTHS = 100;

    private Figures() {}

    /** All counters since the last reset. */
    public static JsonObject statistics(World world) {
        Exchange exchange = world.exchange();
        Round round = exchange.round();
        People people = round.people();
        return ends(counters(round, people), round)
                .put("peopleWhoClicked", people.clickers())
                .put("clicks", round.clicks())
                .put("robotVisits", round.robotVisits())
                .put("clicksWaiting", world.readers().waiting())
                .put("responsesWaiting", exchange.responsesWaiting())
                .put("binds", exchange.binds())
                .put("sessions", exchange.sessions().size())
                .put("rate", exchange.pace().rate())
                .put("receiptRate", exchange.pace().receiptRate())
                .put("latency", Math.round(exchange.pace().latency() * HUNDREDTHS) / HUNDREDTHS)
                .put("startedAt", MessageView.time(exchange.startedAt()))
                .put("preset", world.player().preset())
                .put("seed", exchange.behaviour().seed())
                .put("faultsOn", new JsonArray(exchange.behaviour().faults().on()))
                .put("smppPort", world.smppPort().getAsInt());
    }

    private static JsonObject counters(Round round, People people) {
        return new JsonObject()
                .put("pdus", round.pdus())
                .put("phones", people.reached())
                .put("submitted", round.submitted())
                .put("refused", round.refused())
                .put("throttled", round.throttled())
                .put("malformed", round.malformed())
                .put("messages", round.messages())
                .put("incomplete", people.begun() - round.messages())
                .put("duplicateParts", people.duplicateParts())
                .put("receipts", round.receipts())
                .put("receiptsWaiting", round.receiptsWaiting())
                .put("receiptsDropped", round.receiptsDropped())
                .put("replies", round.replies());
    }

    private static JsonObject ends(JsonObject statistics, Round round) {
        for (MessageEnd end : MessageEnd.values()) {
            statistics.put(end.outcome(), round.ended(end));
        }
        return statistics;
    }

    /** A phone in a list. */
    static JsonObject brief(Person person) {
        ReceivedMessage latest = person.latest();
        return new JsonObject()
                .put("phone", Long.toString(person.phone()))
                .put("submits", person.submits())
                .put("accepted", person.accepted())
                .put("messages", person.messages())
                .put("clicked", person.clicked())
                .put("text", latest == null ? null : latest.text());
    }

    /** A phone with its newest messages, newest first, and the conversation, oldest first. */
    static JsonObject full(Person person, Conversations conversations) {
        List<ReceivedMessage> newest = person.newest(message -> true, SHOWN);
        return brief(person)
                .put("items", MessageView.all(newest))
                .put("conversation", conversation(person, newest, conversations));
    }

    private record Line(long at, JsonObject document) {}

    private static JsonArray conversation(Person person, List<ReceivedMessage> messages, Conversations conversations) {
        List<Line> lines = new ArrayList<>();
        for (ReceivedMessage message : messages) {
            lines.add(new Line(
                    message.submittedAt(),
                    MessageView.brief(message)
                            .put("direction", "in")
                            .put("at", MessageView.time(message.submittedAt()))));
        }
        for (Conversations.Written written : conversations.of(Long.toString(person.phone()))) {
            lines.add(new Line(
                    written.at(),
                    new JsonObject()
                            .put("direction", "out")
                            .put("from", written.from())
                            .put("to", written.to())
                            .put("text", written.text())
                            .put("at", MessageView.time(written.at()))));
        }
        lines.sort(Comparator.comparingLong(Line::at));
        var array = new JsonArray();
        lines.forEach(line -> array.add(line.document()));
        return array;
    }
}
