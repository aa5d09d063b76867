package io.postrider.http;

import io.postrider.refusal.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that has passed authentication, permission and validation. */
public final class Call {
    /** Name of the cookie that carries a session. */
    public static final String SESSION_COOKIE = "postrider_session";

    private static final int DEFAULT_LIMIT = 50;
    private final RoutingContext context;
    private final Caller caller;
    private final Credential credential;
    private final JsonObject body;
    private final Clock clock;

    Call(RoutingContext context, Caller caller, Credential credential, JsonObject body, Clock clock) {
        this.context = context;
        this.caller = caller;
        this.credential = credential;
        this.body = body;
        this.clock = clock;
    }

    /** The caller's account. */
    public long account() {
        return caller.accountId();
    }

    /** Who calls. */
    public Caller caller() {
        return caller;
    }

    /** By what the caller was recognised. */
    public Credential credential() {
        return credential;
    }

    /** The address that the call comes from, without port. */
    public String remoteAddress() {
        return context.request().remoteAddress().hostAddress();
    }

    /** A header of the request; empty when it is missing. */
    public String header(String name) {
        @Nullable String value = context.request().getHeader(name);
        return value == null ? "" : value;
    }

    /** The moment of the call. */
    public Instant now() {
        return clock.instant();
    }

    /** A part of the path. */
    public String path(String name) {
        String value = context.pathParam(name);
        if (value == null) {
            throw new IllegalArgumentException("the path has no part called " + name);
        }
        return value;
    }

    /** A part of the path that is an id; what is not a number is an id of nothing. */
    public long id(String name) {
        try {
            return Long.parseLong(path(name));
        } catch (NumberFormatException nothing) {
            throw Refusal.of(HttpReason.NOT_FOUND);
        }
    }

    /** A query parameter; empty when it is missing or blank. */
    public Optional<String> query(String name) {
        @Nullable String value = context.request().getParam(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** Whether a query parameter is {@code true}. */
    public boolean flag(String name) {
        return query(name).filter("true"::equals).isPresent();
    }

    /** The JSON body; empty when there is none. */
    public JsonObject body() {
        return body;
    }

    /** The page that is wanted, by the shared parameters of lists. */
    public Paging paging() {
        return new Paging(
                query("limit").map(Integer::parseInt).orElse(DEFAULT_LIMIT),
                query("after").orElse(""),
                query("q").orElse(""),
                query("sort").orElse(""));
    }

    /** The version in {@code If-Match}; refused when it is missing. */
    public int version() {
        @Nullable String match = context.request().getHeader("If-Match");
        if (match == null) {
            throw Refusal.of(HttpReason.VERSION_REQUIRED);
        }
        try {
            return Integer.parseInt(match.replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException foreign) {
            return -1;
        }
    }

    /** The request itself, for an operation that streams its body; the body is paused. */
    public HttpServerRequest stream() {
        return context.request();
    }
}
