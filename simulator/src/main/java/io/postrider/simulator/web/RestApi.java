package io.postrider.simulator.web;

import io.postrider.simulator.people.Person;
import io.postrider.simulator.people.Readers;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.smsc.Exchange;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** The simulator over HTTP. Runs on the event loop of the exchange, so what it says belongs together. */
public final class RestApi {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final long LONGEST_BODY = 64 * 1024;
    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 10_000;

    private final Exchange exchange;
    private final Readers readers;

    public RestApi(Exchange exchange, Readers readers) {
        this.exchange = exchange;
        this.readers = readers;
    }

    /** The paths of the page and the interface. */
    public Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
        router.get("/").handler(Page::answer);
        router.get("/api/v1/statistics").handler(call -> answer(call, this::statistics));
        router.get("/api/v1/phones").handler(call -> answer(call, this::phones));
        router.get("/api/v1/phones/:phone").handler(call -> answer(call, this::phone));
        router.get("/api/v1/messages").handler(call -> answer(call, this::messages));
        router.get("/api/v1/settings").handler(call -> answer(call, this::settings));
        router.put("/api/v1/settings").handler(call -> answer(call, this::change));
        router.post("/api/v1/reset").handler(call -> answer(call, this::reset));
        router.post("/api/v1/replies").handler(call -> answer(call, this::reply));
        router.errorHandler(NOT_FOUND, call -> problem(call, NOT_FOUND, "There is nothing at this address."));
        router.errorHandler(SERVER_ERROR, call -> problem(call, SERVER_ERROR, "The simulator has an error."));
        return router;
    }

    /** Something that was asked for does not exist. */
    private static final class NotFoundException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotFoundException(String sentence) {
            super(sentence);
        }
    }

    private static void answer(RoutingContext call, Function<RoutingContext, JsonObject> question) {
        try {
            send(call, OK, question.apply(call));
        } catch (NotFoundException missing) {
            problem(call, NOT_FOUND, Objects.requireNonNull(missing.getMessage()));
        } catch (DecodeException | ClassCastException unreadable) {
            problem(call, BAD_REQUEST, "The body is not the JSON that is expected here.");
        } catch (IllegalArgumentException impossible) {
            problem(call, BAD_REQUEST, String.valueOf(impossible.getMessage()));
        }
    }

    private static void problem(RoutingContext call, int status, String sentence) {
        send(call, status, new JsonObject().put("status", status).put("detail", sentence));
    }

    private static void send(RoutingContext call, int status, JsonObject body) {
        call.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, status == OK ? "application/json" : "application/problem+json")
                .end(body.toBuffer())
                .onFailure(call::fail);
    }

    private JsonObject statistics(RoutingContext call) {
        return Figures.statistics(exchange, readers);
    }

    private JsonObject phones(RoutingContext call) {
        int limit = limit(call);
        List<String> after = call.queryParam("after");
        List<Person> people = exchange.round().people().after(after.isEmpty() ? 0 : number(after.get(0)), limit);
        var items = new JsonArray();
        people.forEach(person -> items.add(Figures.brief(person)));
        boolean more = people.size() == limit;
        return new JsonObject()
                .put("items", items)
                .put("next", more ? Long.toString(people.get(limit - 1).phone()) : null);
    }

    private JsonObject phone(RoutingContext call) {
        return Figures.full(person(call.pathParam("phone")));
    }

    private JsonObject messages(RoutingContext call) {
        int limit = limit(call);
        List<String> phone = call.queryParam("phone");
        List<String> cursor = call.queryParam("before");
        long before = cursor.isEmpty() ? Long.MAX_VALUE : number(cursor.get(0));
        Predicate<ReceivedMessage> fits = fitting(call.queryParam("q"));
        List<ReceivedMessage> found = phone.isEmpty()
                ? exchange.round().people().newest(before, fits, limit + 1)
                : person(phone.get(0)).kept().stream()
                        .filter(message -> message.number() < before && fits.test(message))
                        .limit(limit + 1L)
                        .toList();
        boolean more = found.size() > limit;
        return new JsonObject()
                .put("items", Figures.messages(more ? found.subList(0, limit) : found))
                .put("next", more ? Long.toString(found.get(limit - 1).number()) : null);
    }

    /** Whether the text has these words in this order, or the phone these digits. */
    private static Predicate<ReceivedMessage> fitting(List<String> q) {
        String wanted = q.isEmpty() ? "" : q.get(0).strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return message -> true;
        }
        String digits = wanted.replaceAll("[\\s()+.-]", "");
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return message -> (number && Long.toString(message.person().phone()).contains(digits))
                || message.text().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private Person person(String phone) {
        Person person = exchange.round().people().find(number(phone));
        if (person == null) {
            throw new NotFoundException("Nobody has written to the phone " + phone + ".");
        }
        return person;
    }

    private JsonObject settings(RoutingContext call) {
        return BehaviourJson.write(exchange.behaviour());
    }

    private JsonObject change(RoutingContext call) {
        exchange.behave(BehaviourJson.change(exchange.behaviour(), body(call)));
        return settings(call);
    }

    private JsonObject reset(RoutingContext call) {
        exchange.reset();
        return statistics(call);
    }

    private JsonObject reply(RoutingContext call) {
        JsonObject reply = body(call);
        String from = reply.getString("from", "");
        String text = reply.getString("text", "");
        if (number(from) == 0 || text.isEmpty()) {
            throw new IllegalArgumentException("A reply needs \"from\", the phone it comes from, and a \"text\".");
        }
        exchange.reply(from, reply.getString("to", ""), text);
        return reply;
    }

    private static JsonObject body(RoutingContext call) {
        JsonObject body = call.body().asJsonObject();
        return body == null ? new JsonObject() : body;
    }

    private static int limit(RoutingContext call) {
        List<String> limit = call.queryParam("limit");
        long asked = limit.isEmpty() ? USUAL_LIMIT : number(limit.get(0));
        if (asked < 1 || asked > HIGHEST_LIMIT) {
            throw new IllegalArgumentException("The limit must lie between 1 and " + HIGHEST_LIMIT + ".");
        }
        return (int) asked;
    }

    private static long number(String digits) {
        try {
            return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException notDigits) {
            throw new IllegalArgumentException("\"" + digits + "\" is not a number of digits only.", notDigits);
        }
    }
}
