package io.postrider.simulator.people;

import io.postrider.simulator.text.Segment;
import org.jspecify.annotations.Nullable;

/** A message as its phone shows it: the parts that came, joined. Confined to the event loop. */
public final class ReceivedMessage {
    private final long number;
    private final Person person;
    private final String from;
    private final String encoding;
    private final int reference;
    private final @Nullable String[] parts;
    private final long submittedAt;
    private int present;
    private int ended;
    private int acknowledged;
    private long endedAt;
    private @Nullable MessageEnd end;
    private @Nullable ReceivedMessage previous;

    /** A message whose first part to arrive is this one. */
    ReceivedMessage(long number, Person person, String from, Segment first, long submittedAt) {
        this.number = number;
        this.person = person;
        this.from = from;
        this.encoding = first.encoding();
        this.reference = first.reference();
        this.parts = new String[first.total()];
        this.submittedAt = submittedAt;
    }

    /** Takes a part; false if it had come already. */
    boolean add(Segment part) {
        if (parts[part.number() - 1] != null) {
            return false;
        }
        parts[part.number() - 1] = part.text();
        present++;
        return true;
    }

    /** Whether every part came. */
    public boolean isComplete() {
        return present == parts.length;
    }

    /** Notes that a part came to its end; true if that was the last one of a whole message. */
    public boolean end(MessageEnd how, long at) {
        ended++;
        endedAt = at;
        end = how;
        return isComplete() && ended == parts.length;
    }

    /** Notes that the receipt of a part was acknowledged. */
    public void receiptAcknowledged() {
        acknowledged++;
    }

    /** The parts that came, in order, without gaps marked. */
    public String text() {
        if (parts.length == 1) {
            String only = parts[0];
            return only == null ? "" : only;
        }
        var text = new StringBuilder();
        for (String part : parts) {
            text.append(part == null ? "" : part);
        }
        return text.toString();
    }

    /** Its number in the order of arrival, from 1. */
    public long number() {
        return number;
    }

    /** Whose phone it is. */
    public Person person() {
        return person;
    }

    /** The sender. */
    public String from() {
        return from;
    }

    /** The alphabet of its first part. */
    public String encoding() {
        return encoding;
    }

    int reference() {
        return reference;
    }

    /** How many parts it has. */
    public int total() {
        return parts.length;
    }

    /** How many of them came. */
    public int present() {
        return present;
    }

    /** How many receipts of it were acknowledged. */
    public int acknowledged() {
        return acknowledged;
    }

    /** When its first part came, in milliseconds since 1970. */
    public long submittedAt() {
        return submittedAt;
    }

    /** When a part came to its end last, in milliseconds since 1970; 0 before. */
    public long endedAt() {
        return endedAt;
    }

    /** How it ended; null while it is on its way. */
    public @Nullable MessageEnd end() {
        return end;
    }

    /** The message before this one on the same phone. */
    @Nullable ReceivedMessage previous() {
        return previous;
    }

    void setPrevious(@Nullable ReceivedMessage older) {
        previous = older;
    }
}
