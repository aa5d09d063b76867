package io.postrider.simulator.people;

import io.postrider.simulator.text.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as its phone shows it: the parts that came, joined. Confined to the event loop. */
public final class ReceivedMessage {
    private static final int MOST_CLICKS = 20;

    private final long number;
    private final Person person;
    private final Origin origin;
    private final Segment first;
    private final @Nullable Part[] parts;
    private final long submittedAt;
    private int present;
    private int duplicates;
    private int ended;
    private int acknowledged;
    private long endedAt;
    private @Nullable MessageEnd end;
    private @Nullable List<Click> clicks;
    private @Nullable ReceivedMessage previous;
    private @Nullable ReceivedMessage next;

    /** A message whose first part to arrive is this one; the part itself is added afterwards. */
    ReceivedMessage(long number, Person person, Origin origin, Segment first, long submittedAt) {
        this.number = number;
        this.person = person;
        this.origin = origin;
        this.first = first;
        this.parts = new Part[first.total()];
        this.submittedAt = submittedAt;
    }

    /** Takes a part; false if it had come already. */
    boolean add(Part part) {
        int index = part.segment().number() - 1;
        if (parts[index] != null) {
            return false;
        }
        parts[index] = part;
        present++;
        return true;
    }

    /** Whether it has the part with this number. */
    boolean has(int partNumber) {
        return parts[partNumber - 1] != null;
    }

    /** A part came a second time; the phone shows it once. */
    void countDuplicate() {
        duplicates++;
    }

    /** Whether every part came. */
    public boolean isComplete() {
        return present == parts.length;
    }

    /** Notes that a part came to its end; true if that was the last one of a whole message. */
    public boolean end(MessageEnd how, long at) {
        ended++;
        endedAt = at;
        MessageEnd before = end;
        end = before == null || before == MessageEnd.DELIVERED ? how : before;
        return isComplete() && ended == parts.length;
    }

    /** Whether this very part is shown, and not one that came before it with the same number. */
    public boolean shows(Part part) {
        return parts[part.segment().number() - 1] == part;
    }

    /** Notes that the receipt of a part was acknowledged. */
    public void receiptAcknowledged() {
        acknowledged++;
    }

    /** Notes that a link of it was opened. */
    public void clicked(Click click) {
        List<Click> known = clicks == null ? new ArrayList<>(2) : clicks;
        clicks = known;
        if (known.size() < MOST_CLICKS) {
            known.add(click);
        }
    }

    /** The parts that came, in order; a gap is shown as […]. */
    public String text() {
        if (parts.length == 1) {
            return parts[0] == null ? "" : parts[0].segment().text();
        }
        var text = new StringBuilder();
        for (Part part : parts) {
            text.append(part == null ? "[…]" : part.segment().text());
        }
        return text.toString();
    }

    /** Its state in words. */
    public String state() {
        if (!isComplete()) {
            return "incomplete";
        }
        MessageEnd how = end;
        return how == null || how == MessageEnd.NEVER ? "on the way" : how.outcome();
    }

    /** Its number in the order of arrival, from 1. */
    public long number() {
        return number;
    }

    /** Whose phone it is. */
    public Person person() {
        return person;
    }

    /** Where its first part to arrive came from. */
    public Origin origin() {
        return origin;
    }

    /** The sender. */
    public String from() {
        return origin.from();
    }

    /** What the first part to arrive says. */
    public Segment first() {
        return first;
    }

    /** The parts in order; null where one is missing. */
    public @Nullable Part[] parts() {
        return parts.clone();
    }

    /** How many parts it has. */
    public int total() {
        return parts.length;
    }

    /** How many of them came. */
    public int present() {
        return present;
    }

    /** How many parts came a second time. */
    public int duplicates() {
        return duplicates;
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

    /** How it ended, where a failed part outweighs a delivered one; null while it is on its way. */
    public @Nullable MessageEnd end() {
        return end;
    }

    /** Links that were opened, at most twenty. */
    public List<Click> clicks() {
        return clicks == null ? List.of() : List.copyOf(clicks);
    }

    /** What is wrong with its text; null if nothing is. */
    public @Nullable String problem() {
        for (Part part : parts) {
            if (part != null && part.segment().problem() != null) {
                return part.segment().problem();
            }
        }
        return null;
    }

    /** The message before this one on the same phone. */
    @Nullable ReceivedMessage previous() {
        return previous;
    }

    void setPrevious(@Nullable ReceivedMessage older) {
        previous = older;
    }

    /** The message after this one on the same phone. */
    @Nullable ReceivedMessage next() {
        return next;
    }

    void setNext(@Nullable ReceivedMessage newer) {
        next = newer;
    }
}
