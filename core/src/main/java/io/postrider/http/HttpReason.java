package io.postrider.http;

import io.postrider.refusal.Reason;

/** Why a request was refused before any noun saw it. */
public enum HttpReason implements Reason {
    NOT_FOUND("not-found", Kind.NOT_FOUND, "There is nothing at this address."),
    BAD_REQUEST("request-invalid", Kind.INVALID, "The request is not valid: {sentence}"),
    BAD_CURSOR("cursor-invalid", Kind.INVALID, "The list cannot be continued from here; load it again."),
    VERSION_REQUIRED(
            "version-required",
            Kind.VERSION_REQUIRED,
            "Say which version you change: send its ETag in the If-Match header."),
    WRONG_METHOD("method-wrong", Kind.NOT_FOUND, "This address does not offer {method}."),
    FIELDS("fields-invalid", Kind.INVALID, "Some of what was given is not valid; see each field."),
    FIELD("field-invalid", Kind.INVALID, "{sentence}"),
    NOT_JSON("body-not-json", Kind.INVALID, "The body must be JSON, sent as application/json: {sentence}"),
    TOO_LARGE("body-too-large", Kind.TOO_LARGE, "The request is larger than the {limit} bytes that are allowed."),
    TOO_SLOW("body-too-slow", Kind.INVALID, "The request did not arrive completely in time."),
    NOT_LOGGED_IN("not-logged-in", Kind.UNAUTHENTICATED, "Log in first, or send a valid API key."),
    NOT_ALLOWED("not-allowed", Kind.FORBIDDEN, "Your role may not do this; ask an administrator."),
    FOREIGN(
            "request-foreign",
            Kind.FORBIDDEN,
            "The request did not come from Postrider's own pages; load the page again."),
    KEY_REUSED(
            "idempotency-key-reused",
            Kind.CONFLICT,
            "This Idempotency-Key was already used for another request; choose a new one."),
    KEY_IN_USE(
            "idempotency-key-in-use",
            Kind.CONFLICT,
            "A request with this Idempotency-Key is being carried out, or was broken off; look at what it did first."),
    TOO_MANY_STREAMS(
            "streams-too-many", Kind.UNAVAILABLE, "Too many windows listen to this server; close one and try again."),
    BROKEN(
            "server-error",
            Kind.UNAVAILABLE,
            "Something went wrong in the server; it is in the log under the number {id}.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    HttpReason(String code, Kind kind, String sentence) {
        this.code = code;
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
