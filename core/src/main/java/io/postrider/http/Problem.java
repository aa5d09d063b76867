package io.postrider.http;

import io.postrider.refusal.Reason;
import io.postrider.refusal.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** How a refusal looks on the wire: problem details of RFC 9457. Only here refusals become numbers of HTTP. */
final class Problem {
    /** The media type of a problem. */
    static final String TYPE = "application/problem+json";

    private static final int SERVER_ERROR = 500;

    private Problem() {}

    /** The number of HTTP for a refusal. */
    static int status(Refusal refusal) {
        if (refusal.reason() == HttpReason.BROKEN) {
            return SERVER_ERROR;
        }
        if (refusal.reason() == HttpReason.WRONG_METHOD) {
            return 405;
        }
        return switch (refusal.reason().kind()) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case VERSION_REQUIRED -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** The body. */
    static JsonObject of(Refusal refusal) {
        JsonObject problem = new JsonObject()
                .put("type", "urn:postrider:problem:" + refusal.reason().code())
                .put("title", title(refusal.reason()))
                .put("status", status(refusal))
                .put("detail", refusal.getMessage())
                .put("code", refusal.reason().code())
                .put("parameters", parameters(refusal));
        if (!refusal.fields().isEmpty()) {
            JsonArray errors = new JsonArray();
            refusal.fields().forEach(field -> errors.add(error(field)));
            problem.put("errors", errors);
        }
        return problem;
    }

    private static JsonObject error(Refusal field) {
        return new JsonObject()
                .put("pointer", field.field() == null ? "" : field.field())
                .put("code", field.reason().code())
                .put("detail", field.getMessage())
                .put("parameters", parameters(field));
    }

    private static JsonObject parameters(Refusal refusal) {
        JsonObject json = new JsonObject();
        refusal.parameters().forEach(json::put);
        return json;
    }

    private static String title(Reason reason) {
        if (reason == HttpReason.BROKEN) {
            return "Server error";
        }
        return switch (reason.kind()) {
            case INVALID -> "Not valid";
            case UNAUTHENTICATED -> "Not logged in";
            case FORBIDDEN -> "Not allowed";
            case NOT_FOUND -> "Not found";
            case CONFLICT -> "Conflict";
            case STALE -> "Changed meanwhile";
            case TOO_LARGE -> "Too large";
            case VERSION_REQUIRED -> "Version required";
            case TOO_MANY -> "Too many tries";
            case UNAVAILABLE -> "Not possible now";
        };
    }
}
