package io.postrider.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a field of a profile may hold, and as which Java type its values appear everywhere in the server. */
public enum FieldType {
    /** A {@code String}. */
    TEXT,
    /** A {@code Long}. */
    INTEGER,
    /** A {@code Double}. */
    FLOAT,
    /** A {@code Boolean}. */
    BOOLEAN,
    /** A {@code LocalDate}. */
    DATE,
    /** An {@code Instant}. */
    DATETIME,
    /** A {@code String} that is one of the field's options. */
    ENUM,
    /** A {@code List<String>} of words. */
    TAGS,
    /** A {@code List<String>} of phones: the digits of E.164 without the plus. */
    PHONES,
    /** A {@code String} that is an IPv4 or IPv6 address. */
    IP;

    /** The word for it in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of this word. */
    public static Optional<FieldType> of(String word) {
        return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
