package io.postrider.resource;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What state a subscription is in. */
public enum SubscriptionStatus {
    SUBSCRIBED(0),
    UNSUBSCRIBED(1),
    COMPLAINED(2),
    HARDBOUNCED(3),
    UNCONFIRMED(4),
    SUSPENDED(5),
    INVALID(6);

    private final int number;

    SubscriptionStatus(int number) {
        this.number = number;
    }

    /** The number that is stored. */
    public int number() {
        return number;
    }

    /** The word for it in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a stored number. */
    public static SubscriptionStatus of(int number) {
        return Stream.of(values())
                .filter(status -> status.number == number)
                .findFirst()
                .orElse(INVALID);
    }

    /** The status of a word. */
    public static Optional<SubscriptionStatus> of(String word) {
        return Stream.of(values()).filter(status -> status.word().equals(word)).findFirst();
    }
}
