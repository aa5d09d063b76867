package io.postrider.resource;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens to people who are there already, and to those who are not. */
public enum WriteMode {
    ADD_AND_UPDATE,
    ONLY_ADD,
    ONLY_UPDATE;

    /** The word for it in JSON, such as {@code only_add}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of a word. */
    public static Optional<WriteMode> of(String word) {
        return Stream.of(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
