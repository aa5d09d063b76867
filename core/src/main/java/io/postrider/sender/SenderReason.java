package io.postrider.sender;

import io.postrider.refusal.Reason;

/** Why something about a sender was refused. */
public enum SenderReason implements Reason {
    NOT_FOUND("sender-not-found", Kind.NOT_FOUND, "There is no such sender."),
    NAME_TAKEN("sender-name-taken", Kind.CONFLICT, "There is already a sender called {name}."),
    IN_USE("sender-in-use", Kind.CONFLICT, "The sender is used by the mailing {mailing}, so it cannot be deleted."),
    IN_RULES(
            "sender-in-rules",
            Kind.CONFLICT,
            "The sender stands in the rules of the virtual sender {virtual}, so it cannot be deleted."),
    TAKES_OVER(
            "sender-takes-over",
            Kind.CONFLICT,
            "The sender takes over what the operator of {sender} refuses, so it cannot be deleted."),
    WAITED_FOR(
            "sender-waited-for",
            Kind.CONFLICT,
            "The sender has taken over messages of {mailing} that wait for it, so it cannot be deleted."),
    FAIL_OVER_MISSING("sender-fail-over-missing", Kind.INVALID, "Choose the sender that takes over."),
    FAIL_OVER_UNKNOWN("sender-fail-over-unknown", Kind.INVALID, "There is no such sender; choose another one."),
    FAIL_OVER_SELF("sender-fail-over-self", Kind.INVALID, "A sender cannot take over from itself; choose another one."),
    FAIL_OVER_CHANNEL(
            "sender-fail-over-channel",
            Kind.INVALID,
            "{sender} sends by another channel; choose a sender of the same one."),
    FAIL_OVER_SIMULATOR(
            "sender-fail-over-simulator",
            Kind.INVALID,
            "A sender to the built-in simulator and one to an operator cannot take over from each other."),
    FAIL_OVER_CIRCLE(
            "sender-fail-over-circle",
            Kind.INVALID,
            "This would lead in a circle: {sender} hands over to this sender already. Choose another one."),
    STALE("sender-stale", Kind.STALE, "Somebody else has changed this sender since you opened it."),
    NO_SUCH_GATEWAY(
            "sender-no-such-gateway",
            Kind.INVALID,
            "No plugin offers the gateway {gateway}. Install the plugin, or choose another gateway."),
    SETTING_WRONG("sender-setting-wrong", Kind.INVALID, "{sentence}"),
    SETTINGS_WRONG("sender-settings-wrong", Kind.INVALID, "Some settings of the gateway are not valid; see each one."),
    TRIALS_BUSY(
            "sender-trials-busy",
            Kind.UNAVAILABLE,
            "Several connections are being tried already; try again in a moment."),
    CALLER_ID_WRONG(
            "sender-caller-id-wrong",
            Kind.INVALID,
            "A caller ID has 3 to 15 digits, or 1 to 11 letters, digits and spaces with at least one letter."),
    LEADS_TO_SIMULATOR(
            "sender-leads-to-simulator",
            Kind.CONFLICT,
            "This sender leads to the built-in simulator, and what waits in front of it may reach nobody else. Make another"
                    + " sender for your operator."),
    VALUE_WRONG("sender-value-wrong", Kind.INVALID, "{sentence}");

    private final String code;
    private final Kind kind;
    private final String sentence;

    SenderReason(String code, Kind kind, String sentence) {
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
