package io.postrider.message;

import io.postrider.refusal.Reason;

/** Why a person's decision about a message in doubt was refused. */
public enum DoubtReason implements Reason {
    SETTLED(
            "doubt-settled",
            Kind.CONFLICT,
            "This message is not in doubt any more: an answer or a receipt has come, or it never was."),
    SENDING("doubt-sending", Kind.CONFLICT, "This message is being sent again already."),
    CLOSED("doubt-closed", Kind.CONFLICT, "This doubt is closed already."),
    TOO_LATE(
            "doubt-too-late",
            Kind.CONFLICT,
            "The time in which this message may be sent has passed. Say that it is to be sent even so, or close it."),
    STOPPED("doubt-stopped", Kind.CONFLICT, "The run of this message was stopped, so nothing of it is sent any more."),
    NO_PHONE("doubt-no-phone", Kind.INVALID, "What is searched for is no phone, so it finds no message."),
    NO_SENDER("doubt-no-sender", Kind.CONFLICT, "The sender of this message is gone, so nothing can be sent by it.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    DoubtReason(String code, Kind kind, String sentence) {
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
