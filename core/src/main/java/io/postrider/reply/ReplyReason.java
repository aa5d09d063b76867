package io.postrider.reply;

import io.postrider.refusal.Reason;

/** Why something about replies or their words was refused. */
public enum ReplyReason implements Reason {
    STALE("reply-words-stale", Kind.STALE, "Somebody else has changed these words since you opened them."),
    WORD_EMPTY("reply-word-empty", Kind.INVALID, "{word} has no letter or digit by which it could be recognised."),
    WORD_TWICE("reply-word-twice", Kind.INVALID, "{word} can mean only one thing; it stands in two of your lists."),
    WORD_NOT_STANDARD(
            "reply-word-not-standard",
            Kind.INVALID,
            "{word} is none of the standard words, so it cannot be turned off."),
    NO_STOP_LEFT(
            "reply-words-without-stop",
            Kind.INVALID,
            "STOP and СТОП cannot be turned off: people must be able to leave.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    ReplyReason(String code, Kind kind, String sentence) {
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
