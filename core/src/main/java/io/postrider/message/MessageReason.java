package io.postrider.message;

import io.postrider.refusal.Reason;

/** Why something about messages was refused. */
public enum MessageReason implements Reason {
    NOT_FOUND("message-not-found", Kind.NOT_FOUND, "There is no such message.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    MessageReason(String code, Kind kind, String sentence) {
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
