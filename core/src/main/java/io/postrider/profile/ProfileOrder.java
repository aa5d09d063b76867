package io.postrider.profile;

import java.util.Optional;

/** In which order profiles are listed; an index serves each. */
public enum ProfileOrder {
    NEWEST("newest", false, true),
    OLDEST("-newest", false, false),
    /** First name, then last name; who has none stands last. */
    NAME("name", true, false),
    NAME_BACKWARDS("-name", true, true);

    private final String word;
    private final boolean byName;
    private final boolean backwards;

    ProfileOrder(String word, boolean byName, boolean backwards) {
        this.word = word;
        this.byName = byName;
        this.backwards = backwards;
    }

    /** Whether a place in this order is a name and a number; otherwise it is a number. */
    boolean isByName() {
        return byName;
    }

    /** Whether the largest number or the last name stands first. */
    boolean isBackwards() {
        return backwards;
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
