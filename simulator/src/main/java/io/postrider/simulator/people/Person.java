package io.postrider.simulator.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who owns a phone: counters that stay, and the messages that are still kept. */
public final class Person {
    private final long phone;
    private int submits;
    private int accepted;
    private int messages;
    private int reached;
    private int incomplete;
    private boolean clicked;
    private @Nullable ReceivedMessage latest;

    Person(long phone) {
        this.phone = phone;
    }

    /** The number with its country code. */
    public long phone() {
        return phone;
    }

    /** How many submit_sm named this phone, whatever became of them. */
    public int submits() {
        return submits;
    }

    /** How many of them were accepted. */
    public int accepted() {
        return accepted;
    }

    /** How many whole messages came. */
    public int messages() {
        return messages;
    }

    /** Whether a click of this person was answered with a redirect. */
    public boolean clicked() {
        return clicked;
    }

    /** Counts a submit_sm. */
    public void submitted() {
        submits++;
    }

    /** Counts an accepted submit_sm. */
    void countAccepted() {
        accepted++;
    }

    /** Counts a message that reached the phone, and says the how-manieth it is. */
    public int countReached() {
        return ++reached;
    }

    void countMessage() {
        messages++;
    }

    /** Whether the number contains these digits. */
    boolean has(String digits) {
        return digits.isEmpty() || Long.toString(phone).contains(digits);
    }

    boolean click() {
        boolean first = !clicked;
        clicked = true;
        return first;
    }

    /** Up to {@code limit} of the messages that are kept and fit, newest first. */
    public List<ReceivedMessage> newest(Predicate<ReceivedMessage> fits, int limit) {
        List<ReceivedMessage> found = new ArrayList<>();
        for (ReceivedMessage message = latest; message != null && found.size() < limit; message = message.previous()) {
            if (fits.test(message)) {
                found.add(message);
            }
        }
        return found;
    }

    /** The newest message that is kept; null without one. */
    public @Nullable ReceivedMessage latest() {
        return latest;
    }

    void show(ReceivedMessage message) {
        ReceivedMessage before = latest;
        message.setPrevious(before);
        if (before != null) {
            before.setNext(message);
        }
        latest = message;
        if (message.total() > 1) {
            incomplete++;
        }
    }

    /** How many messages that are kept lack a part. */
    int incomplete() {
        return incomplete;
    }

    void countCompleted() {
        incomplete--;
    }

    /** Forgets a message without a walk along the others, of which one phone may have very many. */
    void forget(ReceivedMessage message) {
        ReceivedMessage older = message.previous();
        ReceivedMessage newer = message.next();
        if (newer == null) {
            latest = older;
        } else {
            newer.setPrevious(older);
        }
        if (older != null) {
            older.setNext(newer);
        }
        message.setPrevious(null);
        message.setNext(null);
        if (!message.isComplete()) {
            incomplete--;
        }
    }
}
