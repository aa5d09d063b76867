package io.postrider.message;

/** Why somebody was left out. Codes are stored and never change. */
public enum ExclusionReason {
    /** Another subscription of the same run has the same phone. */
    DUPLICATE_PHONE("duplicate-phone"),
    /** The run's limit of recipients was reached. */
    LIMIT("limit"),
    /** The template could not be rendered for this profile. */
    RENDER_ERROR("render-error"),
    /** The rendered text is empty. */
    EMPTY("empty"),
    /** The rendered text needs more parts than are allowed. */
    TOO_LONG("too-long"),
    /** The channel cannot carry the rendered text. */
    NOT_COMPOSABLE("not-composable"),
    /** The sender takes GSM 03.38 only, and the rendered text has other characters. */
    NOT_GSM("not-gsm"),
    /** Unsubscribed, complained or otherwise not to be written to any more by the time it was to be sent. */
    NO_LONGER_SUBSCRIBED("no-longer-subscribed"),
    /** A person stopped the run before the message was sent. */
    STOPPED("stopped");

    private final String code;

    ExclusionReason(String code) {
        this.code = code;
    }

    /** How it is stored and counted; the UI translates it. */
    public String code() {
        return code;
    }
}
