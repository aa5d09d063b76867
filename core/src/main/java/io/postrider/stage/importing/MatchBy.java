package io.postrider.stage.importing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what an import finds people that are there already. */
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

    /** The one of a word. */
    public static Optional<MatchBy> of(String word) {
        return Stream.of(values()).filter(by -> by.word().equals(word)).findFirst();
    }
}
