package io.postrider.simulator.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How questions are read and answered: JSON, and problems as a sentence with a code. */
final class Answering {
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TIMEOUT = 408;
    static final int SERVER_ERROR = 500;
    static final int BAD_GATEWAY = 502;
    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 10_000;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{0,18}");

    private Answering() {}

    /** Something that was asked for does not exist. */
    static final class NotFoundException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotFoundException(String sentence) {
            super(sentence);
        }
    }

    /** A route that answers at once. */
    static Handler<RoutingContext> json(Function<RoutingContext, JsonObject> question) {
        return call -> {
            try {
                send(call, OK, question.apply(call));
            } catch (RuntimeException problem) {
                refuse(call, problem);
            }
        };
    }

    /** Answers an exception that was meant for the caller; passes any other on. */
    static void refuse(RoutingContext call, Throwable problem) {
        if (problem instanceof NotFoundException) {
            problem(call, NOT_FOUND, "notFound", Objects.requireNonNull(problem.getMessage()));
        } else if (problem instanceof DecodeException || problem instanceof ClassCastException) {
            problem(call, BAD_REQUEST, "notJson", "The body is not the JSON that is expected here.");
        } else if (problem instanceof IllegalArgumentException) {
            problem(call, BAD_REQUEST, "impossible", String.valueOf(problem.getMessage()));
        } else {
            call.fail(problem);
        }
    }

    static void problem(RoutingContext call, int status, String code, String sentence) {
        send(
                call,
                status,
                new JsonObject().put("status", status).put("code", code).put("detail", sentence));
    }

    static void send(RoutingContext call, int status, JsonObject body) {
        if (call.response().ended() || call.response().closed()) {
            return;
        }
        call.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, status == OK ? "application/json" : "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body.toBuffer())
                .onFailure(call::fail);
    }

    static JsonObject body(RoutingContext call) {
        JsonObject body = call.body().asJsonObject();
        return body == null ? new JsonObject() : body;
    }

    /** A parameter of the query; empty without it. */
    static String query(RoutingContext call, String name) {
        List<String> values = call.queryParam(name);
        return values.isEmpty() ? "" : values.get(0);
    }

    static int limit(RoutingContext call) {
        String limit = query(call, "limit");
        long asked = limit.isEmpty() ? USUAL_LIMIT : number(limit);
        if (asked < 1 || asked > HIGHEST_LIMIT) {
            throw new IllegalArgumentException("The limit must lie between 1 and " + HIGHEST_LIMIT + ".");
        }
        return (int) asked;
    }

    /** A cursor from the query, or what it is without one. */
    static long cursor(RoutingContext call, String name, long otherwise) {
        String cursor = query(call, name);
        return cursor.isEmpty() ? otherwise : number(cursor);
    }

    static long number(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("\"" + digits + "\" is not a number of at most 18 digits.");
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
