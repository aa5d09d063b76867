package io.postrider.resource;

/**
 * By what a profile is looked for.
 *
 * @param field a key field of the database, {@code phones} for phones of profiles and subscriptions, or {@link #ID}
 * @param value normalised as it is stored
 */
public record MatchKey(String field, String value) {
    /** The field that stands for the number of a profile. */
    public static final String ID = "_id";
}
