package io.postrider.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the tries of one message have in common: where the message stands, which never goes back. */
final class Tries {
    private final List<MessageTrack> tries = new ArrayList<>(1);
    private MessageState state = MessageState.WAITING;
    private Instant changedAt = Instant.MIN;

    void add(MessageTrack one) {
        tries.add(one);
    }

    List<MessageTrack> all() {
        return tries;
    }

    Optional<MessageTrack> find(Predicate<MessageTrack> wanted) {
        return tries.stream().filter(wanted).findFirst();
    }

    MessageState state() {
        return state;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Something happened to one of them, which may move the message. */
    void settle(Instant at) {
        restored(at, tries.size() == 1 ? tries.get(0).own() : together());
    }

    /** Takes in where the message stood. */
    void restored(Instant at, MessageState to) {
        if (state.mayBecome(to)) {
            state = to;
        }
        changedAt = at.isAfter(changedAt) ? at : changedAt;
    }

    /**
     * What several tries make together: arrived if one did; on its way while one is; failed when all that are known have failed;
     * and in doubt rather than refused, since what was refused says nothing of what nobody knows.
     */
    private MessageState together() {
        MessageState best = state;
        int worth = -1;
        for (MessageTrack one : tries) {
            if (!one.isOver() && worth(one.own()) > worth) {
                worth = worth(one.own());
                best = one.own();
            }
        }
        return best == MessageState.WAITING ? state : best;
    }

    private static int worth(MessageState state) {
        return switch (state) {
            case DELIVERED, EXCLUDED, NONE -> 6;
            case SUBMITTED -> 5;
            case WAITING -> 4;
            case NO_RECEIPT -> 3;
            case UNDELIVERED, EXPIRED -> 2;
            case IN_DOUBT -> 1;
            case REFUSED -> 0;
        };
    }
}
