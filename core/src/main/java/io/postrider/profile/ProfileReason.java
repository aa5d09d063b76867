package io.postrider.profile;

import io.postrider.refusal.Reason;

/** Why something about a database, a profile or one of its values was refused. */
public enum ProfileReason implements Reason {
    DATABASE_NOT_FOUND("database-not-found", Kind.NOT_FOUND, "There is no such database."),
    DATABASE_STALE("database-stale", Kind.STALE, "Somebody else has changed this database since you opened it."),
    DATABASE_NAME_TAKEN("database-name-taken", Kind.CONFLICT, "There is already a database called {name}."),
    DATABASE_IN_USE("database-in-use", Kind.CONFLICT, "The database still has profiles, resources or mailings."),
    COUNTRY_UNKNOWN(
            "country-unknown", Kind.INVALID, "{country} is not a country with phones; give a code such as US or RU."),
    FIELD_NAME_WRONG(
            "field-name-wrong",
            Kind.INVALID,
            "{name} cannot be the name of a field: use small letters, digits and underscores, beginning with a letter."),
    FIELD_NAME_TAKEN("field-name-taken", Kind.INVALID, "There is already a field called {name}."),
    FIELD_TYPE_CHANGED(
            "field-type-changed",
            Kind.CONFLICT,
            "The field {name} cannot become {type}: values of another type may be stored."),
    FIELD_KEY_CHANGED(
            "field-key-changed",
            Kind.CONFLICT,
            "Whether {name} is a key can only be chosen while there are no profiles."),
    FIELD_OPTIONS_MISSING("field-options-missing", Kind.INVALID, "The field {name} needs at least one option."),
    FIELD_KEY_TYPE("field-key-type", Kind.INVALID, "Profiles cannot be found by the field {name}: its type is {type}."),
    NOT_FOUND("profile-not-found", Kind.NOT_FOUND, "There is no such profile."),
    STALE("profile-stale", Kind.STALE, "Somebody else has changed this profile since you opened it."),
    FIELD_UNKNOWN("field-unknown", Kind.INVALID, "The database has no field called {name}."),
    REQUIRED("value-required", Kind.INVALID, "{field} must have a value."),
    TEXT_TOO_LONG("text-too-long", Kind.INVALID, "{field} is longer than {most} characters."),
    TEXT_BROKEN("text-broken", Kind.INVALID, "{field} contains characters that cannot be stored."),
    NOT_A_TEXT("not-a-text", Kind.INVALID, "{field} must be a text."),
    NOT_AN_INTEGER("not-an-integer", Kind.INVALID, "{field} must be a whole number, not {value}."),
    NOT_A_NUMBER("not-a-number", Kind.INVALID, "{field} must be a number, not {value}."),
    NOT_A_BOOLEAN("not-a-boolean", Kind.INVALID, "{field} must be true or false, not {value}."),
    NOT_A_DATE("not-a-date", Kind.INVALID, "{field} must be a date such as 1990-12-31, not {value}."),
    NOT_A_TIME("not-a-time", Kind.INVALID, "{field} must be a time such as 2026-01-31T12:00:00Z, not {value}."),
    NOT_AN_OPTION("not-an-option", Kind.INVALID, "{value} is not one of the options of {field}."),
    NOT_AN_EMAIL("not-an-email", Kind.INVALID, "{value} is not an e-mail address."),
    NOT_AN_IP("not-an-ip", Kind.INVALID, "{value} is not an IP address."),
    TOO_MANY_VALUES("too-many-values", Kind.INVALID, "{field} has more than {most} values."),
    PHONE_MISSING("phone-missing", Kind.INVALID, "There is no phone."),
    PHONE_NO_COUNTRY(
            "phone-no-country",
            Kind.INVALID,
            "{value} does not say its country: begin with a plus and the country code, or choose a default country."),
    PHONE_TOO_SHORT("phone-too-short", Kind.INVALID, "{value} is too short for a phone."),
    PHONE_TOO_LONG("phone-too-long", Kind.INVALID, "{value} is too long for a phone."),
    PHONE_INVALID("phone-invalid", Kind.INVALID, "{value} is not a phone that can exist.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    ProfileReason(String code, Kind kind, String sentence) {
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
