package io.postrider.sender.route;

import io.postrider.refusal.Reason;

/** Why something about a virtual sender was refused. */
public enum VirtualSenderReason implements Reason {
    NOT_FOUND("virtual-sender-not-found", Kind.NOT_FOUND, "There is no such virtual sender."),
    NAME_TAKEN("virtual-sender-name-taken", Kind.CONFLICT, "There is already a virtual sender called {name}."),
    IN_USE(
            "virtual-sender-in-use",
            Kind.CONFLICT,
            "The virtual sender is used by the mailing {mailing}, so it cannot be deleted."),
    STALE("virtual-sender-stale", Kind.STALE, "Somebody else has changed this virtual sender since you opened it."),
    RULES_WRONG("virtual-sender-rules-wrong", Kind.INVALID, "Some rules are not complete; see each one."),
    DEFAULT_MISSING(
            "virtual-sender-default-missing",
            Kind.INVALID,
            "The last rule must be the default rule, which fits everything."),
    DEFAULT_NOT_LAST(
            "virtual-sender-default-not-last",
            Kind.INVALID,
            "Only the last rule may fit everything; choose what this one fits."),
    VALUES_MISSING("virtual-sender-values-missing", Kind.INVALID, "Say what the rule fits."),
    VALUES_OF_DEFAULT(
            "virtual-sender-values-of-default", Kind.INVALID, "The default rule fits everything; it has no values."),
    COUNTRY_UNKNOWN(
            "virtual-sender-country-unknown", Kind.INVALID, "{value} is not the code of a country, such as KZ."),
    PREFIX_WRONG(
            "virtual-sender-prefix-wrong",
            Kind.INVALID,
            "{value} is not a prefix: it has 1 to 15 digits and begins with the country code."),
    SENDER_UNKNOWN("virtual-sender-sender-unknown", Kind.INVALID, "There is no such sender."),
    SENDER_TWICE("virtual-sender-sender-twice", Kind.INVALID, "A sender stands in a rule once only."),
    SHARES_WRONG("virtual-sender-shares-wrong", Kind.INVALID, "The shares add up to {sum} %, but must to 100 %."),
    CALLER_ID_WRONG(
            "virtual-sender-caller-id-wrong",
            Kind.INVALID,
            "A caller ID has 3 to 15 digits, or 1 to 11 letters, digits and spaces with at least one letter."),
    PHONE_WRONG("virtual-sender-phone-wrong", Kind.INVALID, "{phone} is not a valid phone with its country code.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    VirtualSenderReason(String code, Kind kind, String sentence) {
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
