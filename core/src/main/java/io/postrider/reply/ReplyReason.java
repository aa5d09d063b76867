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
    STOP_STAYS(
            "reply-stop-stays",
            Kind.INVALID,
            "STOP and СТОП always mean stop: whoever is written to must be able to end it."),
    TIME_WRONG("reply-time-wrong", Kind.INVALID, "Give times such as 2026-05-01T00:00:00Z.");

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
