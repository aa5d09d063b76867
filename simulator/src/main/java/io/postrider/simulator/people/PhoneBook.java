package io.postrider.simulator.people;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Phones and their owners in two open tables without wrappers: a million take about 60 MB. When the younger table is full it
 * becomes the older one, and who was not written to since is forgotten: so there is a bound, and no list to keep.
 */
final class PhoneBook {
    private static final int FIRST_SIZE = 1 << 12;

    private final int limit;
    private @Nullable Person[] young = new Person[FIRST_SIZE];
    private @Nullable Person[] old = new Person[1];
    private int size;

    /** @param limit how many phones are remembered at most */
    PhoneBook(int limit) {
        this.limit = limit;
    }

    /** The owner of the phone, known from now on. */
    Person of(long phone) {
        int slot = slot(young, phone);
        Person known = young[slot];
        if (known != null) {
            return known;
        }
        Person before = old.length == 1 ? null : old[slot(old, phone)];
        Person person = before == null ? new Person(phone) : before;
        young[slot] = person;
        size++;
        if (size >= (limit + 1) / 2) {
            old = young;
            young = new Person[FIRST_SIZE];
            size = 0;
        } else if (size * 2 > young.length) {
            grow();
        }
        return person;
    }

    /** The owner of the phone; null if nobody wrote to it or it was forgotten. */
    @Nullable Person find(long phone) {
        Person known = young[slot(young, phone)];
        return known != null || old.length == 1 ? known : old[slot(old, phone)];
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
        @Nullable Person[] larger = new Person[young.length * 2];
        for (Person person : young) {
            if (person != null) {
                larger[slot(larger, person.phone())] = person;
            }
        }
        young = larger;
    }

    /** Up to {@code limit} phones with numbers above this one that contain these digits, sorted by number. */
    List<Person> after(long phone, String digits, int most) {
        Comparator<Person> highestFirst =
                Comparator.comparingLong(Person::phone).reversed();
        PriorityQueue<Person> lowest = new PriorityQueue<>(highestFirst);
        collect(young, phone, digits, most, lowest);
        collect(old, phone, digits, most, lowest);
        return lowest.stream().sorted(highestFirst.reversed()).toList();
    }

    private void collect(@Nullable Person[] table, long phone, String digits, int most, PriorityQueue<Person> lowest) {
        for (Person person : table) {
            boolean twice = table == old && person != null && young[slot(young, person.phone())] != null;
            if (person != null && !twice && person.phone() > phone && person.has(digits)) {
                lowest.add(person);
                if (lowest.size() > most) {
                    lowest.remove();
                }
            }
        }
    }
}
