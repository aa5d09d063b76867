package io.postrider.simulator.people;

import io.postrider.simulator.text.Segment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who was ever sent a message, in a table without wrappers: a million phones take about 50 MB. Texts are kept
 * for the newest messages only. Confined to the event loop.
 */
public final class People {
    private static final int FIRST_SIZE = 1 << 12;

    private final int keptMessages;
    private final Deque<ReceivedMessage> kept = new ArrayDeque<>();
    private @Nullable Person[] table = new Person[FIRST_SIZE];
    private int size;
    private int reached;
    private int clickers;
    private long numbered;

    /** @param keptMessages how many messages are kept with their text */
    public People(int keptMessages) {
        this.keptMessages = keptMessages;
    }

    /** The owner of the phone, known from now on. */
    public Person of(long phone) {
        int slot = slot(table, phone);
        Person known = table[slot];
        if (known != null) {
            return known;
        }
        Person person = new Person(phone);
        table[slot] = person;
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        return person;
    }

    /** The owner of the phone; null if nobody ever wrote to it. */
    public @Nullable Person find(long phone) {
        return table[slot(table, phone)];
    }

    private static int slot(@Nullable Person[] table, long phone) {
        int mask = table.length - 1;
        int slot = (int) ((phone * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        Person there = table[slot];
        while (there != null && there.phone() != phone) {
            slot = (slot + 1) & mask;
            there = table[slot];
        }
        return slot;
    }

    private void grow() {
        @Nullable Person[] larger = new Person[table.length * 2];
        for (Person person : table) {
            if (person != null) {
                larger[slot(larger, person.phone())] = person;
            }
        }
        table = larger;
    }

    /** Takes an accepted part to its message, which is complete afterwards or waits for others. */
    public ReceivedMessage receive(Person person, String from, Segment part, long now) {
        if (person.accepted() == 0) {
            reached++;
        }
        person.countAccepted();
        ReceivedMessage message = part.total() == 1 ? null : waitingFor(person, from, part);
        if (message == null) {
            message = new ReceivedMessage(++numbered, person, from, part, now);
            message.add(part);
            person.show(message);
            keep(message);
        }
        if (message.isComplete()) {
            person.countMessage();
        }
        return message;
    }

    /** The message that this part completes or continues, with the part in it; null if it begins another. */
    private static @Nullable ReceivedMessage waitingFor(Person person, String from, Segment part) {
        for (ReceivedMessage message = person.latest(); message != null; message = message.previous()) {
            boolean same = message.total() == part.total()
                    && message.reference() == part.reference()
                    && !message.isComplete()
                    && message.from().equals(from);
            if (same && message.add(part)) {
                return message;
            }
        }
        return null;
    }

    private void keep(ReceivedMessage message) {
        kept.addLast(message);
        if (kept.size() > keptMessages) {
            ReceivedMessage oldest = kept.removeFirst();
            oldest.person().forget(oldest);
        }
    }

    /** Up to {@code limit} messages that fit, numbered below {@code before}, newest first. */
    public List<ReceivedMessage> newest(long before, Predicate<ReceivedMessage> fits, int limit) {
        List<ReceivedMessage> newest = new ArrayList<>();
        Iterator<ReceivedMessage> messages = kept.descendingIterator();
        while (messages.hasNext() && newest.size() < limit) {
            ReceivedMessage message = messages.next();
            if (message.number() < before && fits.test(message)) {
                newest.add(message);
            }
        }
        return newest;
    }

    /** Notes that a click of this person was answered with a redirect. */
    public void clicked(Person person) {
        if (person.click()) {
            clickers++;
        }
    }

    /** Distinct phones that a message was accepted for. */
    public int reached() {
        return reached;
    }

    /** Distinct phones whose owner clicked. */
    public int clickers() {
        return clickers;
    }

    /** Up to {@code limit} phones with numbers above this one, sorted by number. */
    public List<Person> after(long phone, int limit) {
        Comparator<Person> highestFirst =
                Comparator.comparingLong(Person::phone).reversed();
        PriorityQueue<Person> lowest = new PriorityQueue<>(highestFirst);
        for (Person person : table) {
            if (person != null && person.phone() > phone) {
                lowest.add(person);
                if (lowest.size() > limit) {
                    lowest.remove();
                }
            }
        }
        return lowest.stream().sorted(highestFirst.reversed()).toList();
    }
}
