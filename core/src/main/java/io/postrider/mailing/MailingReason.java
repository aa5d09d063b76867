package io.postrider.mailing;

import io.postrider.refusal.Reason;
import io.postrider.refusal.Refusal;
import java.util.Map;

/** Why something about a mailing or its run was refused. */
public enum MailingReason implements Reason {
    NOT_FOUND("mailing-not-found", Kind.NOT_FOUND, "There is no such mailing."),
    RUN_NOT_FOUND("run-not-found", Kind.NOT_FOUND, "There is no such run."),
    STALE("mailing-stale", Kind.STALE, "Somebody else has changed this mailing since you opened it."),
    NOT_EDITABLE(
            "mailing-not-editable", Kind.CONFLICT, "A mailing that is {state} cannot be changed. Clone it instead."),
    WRONG_STATE("mailing-wrong-state", Kind.CONFLICT, "A mailing that is {state} cannot be {action}."),
    INCOMPLETE("mailing-incomplete", Kind.INVALID, "The mailing still needs {missing}."),
    REFERENCE_UNKNOWN("mailing-reference-unknown", Kind.INVALID, "There is no such {thing}."),
    TIME_PASSED("mailing-time-passed", Kind.INVALID, "The time to send, {time}, has passed."),
    VALUE_WRONG("mailing-value-wrong", Kind.INVALID, "{sentence}"),
    DATABASE_NOT_OF_RESOURCE(
            "mailing-database-not-of-resource",
            Kind.INVALID,
            "The resource {resource} does not use the database {database}. Add it to the resource first."),
    NO_CHANNEL("mailing-no-channel", Kind.INVALID, "The resource {resource} has no {channel} channel."),
    NO_CALLER_ID("mailing-no-caller-id", Kind.INVALID, "Neither the resource nor the sender has a caller ID."),
    NO_CALLER_ID_OF_RULE(
            "mailing-no-caller-id-of-rule",
            Kind.INVALID,
            "Neither the resource, nor rule {rule} of the virtual sender, nor its sender {sender} has a caller ID."),
    SENDER_AND_VIRTUAL(
            "mailing-sender-and-virtual", Kind.INVALID, "A mailing has a sender or a virtual sender, not both."),
    NO_TEXT("mailing-no-text", Kind.INVALID, "The template {template} has no text for {channel}."),
    TEMPLATE_WRONG("mailing-template-wrong", Kind.INVALID, "The template has an error: {sentence}"),
    TEMPLATE_DRAFT(
            "mailing-template-draft",
            Kind.INVALID,
            "The template {template} is still a draft; mark it as ready first."),
    NOBODY_TO_TEST("mailing-nobody-to-test", Kind.INVALID, "Give at least one phone, and at most {most}."),
    TEST_PHONE_WRONG("mailing-test-phone-wrong", Kind.INVALID, "{phone} is not a valid phone."),
    NO_PROFILE("mailing-no-profile", Kind.CONFLICT, "The database has no profile to render the test with.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    MailingReason(String code, Kind kind, String sentence) {
        this.code = code;
        this.kind = kind;
        this.sentence = sentence;
    }

    /** Somebody else was faster; says who, when, and which version is there now. */
    static Refusal stale(Mailing now) {
        return Refusal.of(
                STALE,
                Map.of(
                        "by",
                        now.changedBy(),
                        "at",
                        now.updatedAt().toString(),
                        "version",
                        Integer.toString(now.version())));
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
