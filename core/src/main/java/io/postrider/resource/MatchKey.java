package io.postrider.resource;

import io.postrider.profile.StandardField;
import java.util.Locale;

/**
 * By what a profile is looked for.
 *
 * @param field a key field of the database, {@code phones} for phones of profiles and subscriptions, or {@link #ID}
 * @param value normalised as it is stored
 */
public record MatchKey(String field, String value) {
    /** The field that stands for the number of a profile. */
    public static final String ID = "_id";

    /** A value of a field as it is stored: an e-mail in small letters, everything else as it is. */
    public static MatchKey of(String field, Object value) {
        String text = value.toString();
        return new MatchKey(field, field.equals(StandardField.EMAIL.field()) ? text.toLowerCase(Locale.ROOT) : text);
    }
}
