package io.postrider.profile;

import java.util.Optional;

/** In which order profiles are listed; an index serves each. */
public enum ProfileOrder {
    NEWEST("newest", false),
    OLDEST("-newest", false),
    /** First name, then last name; who has none stands last. */
    NAME("name", true),
    NAME_BACKWARDS("-name", true);

    private final String word;
    private final boolean byName;

    ProfileOrder(String word, boolean byName) {
        this.word = word;
        this.byName = byName;
    }

    /** Whether a place in this order is a name and a number; otherwise it is a number. */
    boolean isByName() {
        return byName;
    }

    /** The order of a word of the API; empty is the newest first. */
    public static Optional<ProfileOrder> of(String word) {
        if (word.isEmpty()) {
            return Optional.of(NEWEST);
        }
        for (ProfileOrder order : values()) {
            if (order.word.equals(word)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
