package io.postrider.simulator.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who owns a phone: counters that stay, and the messages that are still kept. */
public final class Person {
    private final long phone;
    private int submits;
    private int accepted;
    private int messages;
    private int reached;
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

    /** The messages that are kept, newest first. */
    public List<ReceivedMessage> kept() {
        List<ReceivedMessage> kept = new ArrayList<>();
        for (ReceivedMessage message = latest; message != null; message = message.previous()) {
            kept.add(message);
        }
        return kept;
    }

    @Nullable ReceivedMessage latest() {
        return latest;
    }

    void show(ReceivedMessage message) {
        message.setPrevious(latest);
        latest = message;
    }

    /** Forgets a message; usually the oldest that is kept. */
    void forget(ReceivedMessage oldest) {
        if (latest == oldest) {
            latest = oldest.previous();
            return;
        }
        for (ReceivedMessage message = latest; message != null; message = message.previous()) {
            if (message.previous() == oldest) {
                message.setPrevious(oldest.previous());
                return;
            }
        }
    }
}
