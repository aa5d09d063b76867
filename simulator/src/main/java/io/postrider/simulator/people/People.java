package io.postrider.simulator.people;

import io.postrider.simulator.text.Segment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who was ever sent a message. Texts are kept for the newest messages only, counters for the newest phones.
 * Confined to the event loop.
 */
public final class People {
    private final int keptMessages;
    private final Deque<ReceivedMessage> kept = new ArrayDeque<>();
    private final PhoneBook phones;
    private int reached;
    private int clickers;
    private long numbered;
    private long duplicateParts;

    /**
     * @param keptMessages how many messages are kept with their text
     * @param keptPhones how many phones are kept with their counters
     */
    public People(int keptMessages, int keptPhones) {
        this.keptMessages = keptMessages;
        this.phones = new PhoneBook(keptPhones);
    }

    /** The owner of the phone, known from now on. */
    public Person of(long phone) {
        return phones.of(phone);
    }

    /** The owner of the phone; null if nobody ever wrote to it. */
    public @Nullable Person find(long phone) {
        return phones.find(phone);
    }

    /**
     * Takes an accepted part to its message, which is complete afterwards or waits for others.
     *
     * @param id the message_id as a number
     * @param end how it will end
     * @param error the err of its receipt; empty as usual
     */
    public Part receive(
            Person person, Origin origin, Segment segment, long now, long id, MessageEnd end, String error) {
        if (person.accepted() == 0) {
            reached++;
        }
        person.countAccepted();
        ReceivedMessage waiting = segment.total() == 1 ? null : waitingFor(person, origin, segment);
        if (waiting != null && waiting.has(segment.number())) {
            waiting.countDuplicate();
            duplicateParts++;
            return new Part(id, waiting, segment, origin, now, end, error);
        }
        ReceivedMessage message = waiting == null ? begin(person, origin, segment, now) : waiting;
        var part = new Part(id, message, segment, origin, now, end, error);
        message.add(part);
        if (message.isComplete()) {
            person.countMessage();
            if (message.total() > 1) {
                person.countCompleted();
            }
        }
        return part;
    }

    private ReceivedMessage begin(Person person, Origin origin, Segment segment, long now) {
        var message = new ReceivedMessage(++numbered, person, origin, segment, now);
        person.show(message);
        kept.addLast(message);
        if (kept.size() > keptMessages) {
            ReceivedMessage oldest = kept.removeFirst();
            oldest.person().forget(oldest);
        }
        return message;
    }

    /** The message that this part continues, completes or repeats; null if it begins another. */
    private static @Nullable ReceivedMessage waitingFor(Person person, Origin origin, Segment part) {
        ReceivedMessage repeated = null;
        int left = person.incomplete();
        for (ReceivedMessage message = person.latest(); message != null && left > 0; message = message.previous()) {
            left -= message.isComplete() ? 0 : 1;
            boolean same = message.total() == part.total()
                    && message.first().reference() == part.reference()
                    && !message.isComplete()
                    && message.from().equals(origin.from());
            if (same && !message.has(part.number())) {
                return message;
            }
            repeated = same && repeated == null ? message : repeated;
        }
        return repeated;
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

    /** The message with this number; null if it is not kept. */
    public @Nullable ReceivedMessage message(long number) {
        List<ReceivedMessage> found = newest(number + 1, message -> message.number() == number, 1);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The newest part for this phone that fits; null without one. */
    public @Nullable Part latest(String phone, Predicate<Part> fits) {
        boolean digits = !phone.isEmpty() && phone.chars().allMatch(Character::isDigit);
        Person person = digits ? find(Long.parseLong(phone)) : null;
        if (person == null) {
            return null;
        }
        for (ReceivedMessage message = person.latest(); message != null; message = message.previous()) {
            for (Part part : message.parts()) {
                if (part != null && fits.test(part)) {
                    return part;
                }
            }
        }
        return null;
    }

    /** Forgets the messages that fit, and says how many. */
    public int forget(Predicate<ReceivedMessage> fits) {
        int before = kept.size();
        kept.removeIf(message -> {
            boolean gone = fits.test(message);
            if (gone) {
                message.person().forget(message);
            }
            return gone;
        });
        return before - kept.size();
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

    /** Parts that came although they had come before. */
    public long duplicateParts() {
        return duplicateParts;
    }

    /** Messages of which something came, whether they are kept or not. */
    public long begun() {
        return numbered;
    }

    /** Up to {@code limit} phones with numbers above this one that contain these digits, sorted by number. */
    public List<Person> after(long phone, String digits, int limit) {
        return phones.after(phone, digits, limit);
    }
}
