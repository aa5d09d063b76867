package io.postrider.resource;

import io.postrider.refusal.Reason;

/** Why something about a resource or a subscription was refused. */
public enum ResourceReason implements Reason {
    NOT_FOUND("resource-not-found", Kind.NOT_FOUND, "There is no such resource."),
    STALE("resource-stale", Kind.STALE, "Somebody else has changed this resource since you opened it."),
    NAME_TAKEN("resource-name-taken", Kind.CONFLICT, "There is already a resource called {name}."),
    IN_USE("resource-in-use", Kind.CONFLICT, "Mailings or subscriptions still use this resource."),
    DATABASE_UNKNOWN("resource-database-unknown", Kind.INVALID, "There is no database {id}."),
    CHANNEL_UNKNOWN("resource-channel-unknown", Kind.INVALID, "The channel {channel} cannot be used; sms can."),
    CALLER_ID_WRONG(
            "caller-id-wrong",
            Kind.INVALID,
            "{callerId} cannot be a caller ID: use at most 15 digits, or at most 11 letters and digits."),
    DOMAIN_WRONG(
            "tracking-domain-wrong",
            Kind.INVALID,
            "{domain} cannot be a tracking domain; give one such as go.example.com."),
    SUBSCRIPTION_NOT_FOUND("subscription-not-found", Kind.NOT_FOUND, "There is no such subscription."),
    SUBSCRIPTION_STALE(
            "subscription-stale", Kind.STALE, "Somebody else has changed this subscription since you opened it."),
    DATABASE_NOT_OF_RESOURCE(
            "resource-without-database",
            Kind.INVALID,
            "The resource {resource} does not use the database {database}. Add it to the resource first."),
    WITHOUT_CHANNEL("resource-without-channel", Kind.INVALID, "The resource {resource} has no {channel} channel."),
    STATUS_UNKNOWN("subscription-status-unknown", Kind.INVALID, "{status} is not a status of a subscription.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    ResourceReason(String code, Kind kind, String sentence) {
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
