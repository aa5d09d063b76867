package io.postrider.resource;

import io.postrider.profile.StandardField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what a batch finds people that are there already. */
public enum MatchBy {
    EMAIL,
    /** Phones of profiles and of their subscriptions. */
    PHONE,
    /** By e-mail first; without a hit by phone. */
    EMAIL_OR_PHONE,
    PROFILE_ID,
    /** A key field of the database. */
    FIELD,
    /** Not at all: every row is a new person. */
    NOTHING;

    /** The word for it in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fields it looks in, in order; {@code keyField} is the one of {@link #FIELD}. */
    public List<String> fields(String keyField) {
        return switch (this) {
            case EMAIL -> List.of(StandardField.EMAIL.field());
            case PHONE -> List.of(StandardField.PHONES.field());
            case EMAIL_OR_PHONE -> List.of(StandardField.EMAIL.field(), StandardField.PHONES.field());
            case FIELD -> List.of(keyField);
            case PROFILE_ID -> List.of(MatchKey.ID);
            case NOTHING -> List.of();
        };
    }

    /** The one of a word. */
    public static Optional<MatchBy> of(String word) {
        return Stream.of(values()).filter(by -> by.word().equals(word)).findFirst();
    }
}
