package io.postrider.sender.route;

import java.util.Locale;

/** Why a message goes to a sender of its rule. Numbers are stored with messages and never change. */
public enum RouteReason {
    /** Its share. */
    SHARE(0),
    /** The sender whose share it was is paused. */
    PAUSED(1),
    /** The sender whose share it was is down. */
    DOWN(2),
    /** None of the rule's senders is usable, so it waits for the one whose share it was, or for the first that is not being drained. */
    NOBODY(3),
    /** The sender whose share it was is being drained, or has been. */
    DRAINED(4);

    private final int number;

    RouteReason(int number) {
        this.number = number;
    }

    /** How it is stored. */
    int number() {
        return number;
    }

    /** The reason stored as this number. */
    static RouteReason of(int number) {
        return switch (number) {
            case 0 -> SHARE;
            case 1 -> PAUSED;
            case 2 -> DOWN;
            case 4 -> DRAINED;
            default -> NOBODY;
        };
    }

    /** How it is called outside. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
