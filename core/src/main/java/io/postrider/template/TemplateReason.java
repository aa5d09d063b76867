package io.postrider.template;

import io.postrider.refusal.Reason;

/** Why something about a template was refused. */
public enum TemplateReason implements Reason {
    NOT_FOUND("template-not-found", Kind.NOT_FOUND, "There is no such template."),
    NAME_TAKEN("template-name-taken", Kind.CONFLICT, "There is already a template called {name}."),
    STALE("template-stale", Kind.STALE, "Somebody else has changed this template since you opened it."),
    IN_USE("template-in-use", Kind.CONFLICT, "The template is used by the mailing {mailing}, so it cannot be deleted."),
    NO_SUCH_CHANNEL("template-no-such-channel", Kind.INVALID, "No plugin offers the channel {channel}."),
    VALUE_WRONG("template-value-wrong", Kind.INVALID, "{sentence}"),
    WRONG("template-wrong", Kind.INVALID, "The template has mistakes; see each of them."),
    NO_TEXT("template-no-text", Kind.INVALID, "The template has no text for {channel}."),
    VERSION_NOT_FOUND("template-version-not-found", Kind.NOT_FOUND, "The template has no such version."),
    NO_PROFILE("template-no-profile", Kind.NOT_FOUND, "The database has no such profile to preview.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    TemplateReason(String code, Kind kind, String sentence) {
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
