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
            "Say which version you change: send its ETag in the If-Match header.");

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
