package io.postrider.mailing;

import io.postrider.refusal.Reason;

/** Why a sender was not tried out by a message. */
public enum TestMessageReason implements Reason {
    PHONE_WRONG(
            "test-message-phone-wrong",
            "{phone} is not a valid phone; write it with the country code, such as +1 808 555 0100."),
    NO_CALLER_ID("test-message-no-caller-id", "The sender has no caller ID; give it one first."),
    EMPTY("test-message-empty", "The message has no text."),
    PAUSED("test-message-sender-paused", "The sender is paused; resume it first."),
    DRAINING("test-message-sender-draining", "The sender is being drained; resume it first."),
    NOT_COMPOSABLE("test-message-not-composable", "{sentence}"),
    NOT_GSM(
            "test-message-not-gsm",
            "The sender takes GSM 03.38 only, and the text has characters that it does not have: {characters}"),
    TOO_LONG("test-message-too-long", "The text has {parts} parts, and the sender sends {most} at most.");

    private final String code;
    private final String sentence;

    TestMessageReason(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return switch (this) {
            case PAUSED, DRAINING, NO_CALLER_ID -> Kind.CONFLICT;
            default -> Kind.INVALID;
        };
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
