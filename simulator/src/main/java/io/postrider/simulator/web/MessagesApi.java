package io.postrider.simulator.web;

import io.postrider.simulator.people.People;
import io.postrider.simulator.people.Person;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.view.MessageView;
import io.postrider.simulator.web.Answering.NotFoundException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Messages, phones and what their owners write. */
final class MessagesApi {
    private final World world;

    MessagesApi(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.get("/api/v1/messages").handler(Answering.json(this::messages));
        router.delete("/api/v1/messages").handler(Answering.json(this::delete));
        router.get("/api/v1/messages/:id").handler(Answering.json(call -> MessageView.full(message(call))));
        router.delete("/api/v1/messages/:id").handler(Answering.json(this::deleteOne));
        router.get("/api/v1/phones").handler(Answering.json(this::phones));
        router.get("/api/v1/phones/:phone")
                .handler(Answering.json(call ->
                        Figures.full(person(call.pathParam("phone")), exchange().conversations())));
        router.post("/api/v1/replies").handler(Answering.json(this::reply));
    }

    private Exchange exchange() {
        return world.exchange();
    }

    private People people() {
        return exchange().round().people();
    }

    private JsonObject messages(RoutingContext call) {
        int limit = Answering.limit(call);
        MessageFilter filter = MessageFilter.of(call);
        long before = Answering.cursor(call, "before", Long.MAX_VALUE);
        List<ReceivedMessage> found = filter.newest(people(), before, limit + 1);
        boolean more = found.size() > limit;
        return new JsonObject()
                .put("items", MessageView.all(more ? found.subList(0, limit) : found))
                .put("next", more ? Long.toString(found.get(limit - 1).number()) : null);
    }

    private ReceivedMessage message(RoutingContext call) {
        ReceivedMessage message = people().message(Answering.number(call.pathParam("id")));
        if (message == null) {
            throw new NotFoundException("There is no message " + call.pathParam("id") + " any more.");
        }
        return message;
    }

    private JsonObject delete(RoutingContext call) {
        return new JsonObject().put("deleted", people().forget(MessageFilter.of(call)));
    }

    private JsonObject deleteOne(RoutingContext call) {
        ReceivedMessage message = message(call);
        return new JsonObject().put("deleted", people().forget(one -> one == message));
    }

    private JsonObject phones(RoutingContext call) {
        int limit = Answering.limit(call);
        String digits = Answering.query(call, "q").replaceAll("[\\s()+.-]", "");
        List<Person> people = people().after(Answering.cursor(call, "after", 0), digits, limit + 1);
        boolean more = people.size() > limit;
        var items = new JsonArray();
        people.stream().limit(limit).forEach(person -> items.add(Figures.brief(person)));
        return new JsonObject()
                .put("items", items)
                .put("next", more ? Long.toString(people.get(limit - 1).phone()) : null);
    }

    private Person person(String phone) {
        Person person = people().find(Answering.number(phone));
        if (person == null) {
            throw new NotFoundException("Nobody has written to the phone " + phone + ".");
        }
        return person;
    }

    private JsonObject reply(RoutingContext call) {
        JsonObject reply = Answering.body(call);
        String from = MessageFilter.digits(reply.getString("from", ""));
        String text = reply.getString("text", "");
        if (from.isEmpty() || text.isEmpty()) {
            throw new IllegalArgumentException("A reply needs \"from\", the phone it comes from, and a \"text\".");
        }
        String to = exchange().conversations().recipient(from, reply.getString("to", ""));
        int parts = exchange().conversations().write(from, to, text, reply.getString("account", ""));
        return reply.put("from", from).put("to", to).put("parts", parts);
    }
}
