package io.postrider.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that every database has; each is a typed column of its own. The id of a profile, {@code _id}, is not one of them. */
public enum StandardField {
    EMAIL("email", "email", "E-mail", FieldType.TEXT),
    PHONES("phones", "phones", "Phones", FieldType.PHONES),
    FIRST_NAME("_fname", "fname", "First name", FieldType.TEXT),
    LAST_NAME("_lname", "lname", "Last name", FieldType.TEXT),
    BIRTH_DATE("_bdate", "bdate", "Date of birth", FieldType.DATE),
    SEX("_sex", "sex", "Gender", FieldType.ENUM),
    REGISTERED("_regdate", "regdate", "Registered", FieldType.DATETIME),
    CITY("_city", "city", "City", FieldType.TEXT),
    COUNTRY("_country", "country", "Country", FieldType.TEXT),
    REGION("_region", "region", "Region", FieldType.TEXT),
    POSTAL_CODE("_postal_code", "postal_code", "Postal code", FieldType.TEXT),
    TIME_ZONE("_tz", "tz", "Time zone", FieldType.TEXT),
    VENDOR("_vendor", "vendor", "Source", FieldType.TEXT),
    STATUS("_status", "status", "Status", FieldType.INTEGER);

    private static final Map<String, StandardField> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(StandardField::field, Function.identity()));
    private final String field;
    private final String column;
    private final String label;
    private final FieldType type;

    StandardField(String field, String column, String label, FieldType type) {
        this.field = field;
        this.column = column;
        this.label = label;
        this.type = type;
    }

    /** Its name for people and templates, such as {@code _fname}. */
    public String field() {
        return field;
    }

    /** Its column in the table of profiles. */
    public String column() {
        return column;
    }

    /** What it holds. */
    public FieldType type() {
        return type;
    }

    /** It as a field like any other. */
    public ProfileField definition() {
        List<String> options = this == SEX ? List.of("male", "female") : List.of();
        return new ProfileField(field, label, type, false, this == EMAIL || this == PHONES, options);
    }

    /** The standard field of this name. */
    public static Optional<StandardField> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
