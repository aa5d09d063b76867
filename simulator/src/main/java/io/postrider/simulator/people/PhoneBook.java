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
    private Table young = new Table(FIRST_SIZE);
    private Table old = new Table(1);
    private int size;

    /** Numbers beside their owners, so that looking for one touches no owner but the right one. */
    private static final class Table {
        private final long[] keys;
        private final @Nullable Person[] owners;

        Table(int size) {
            this.keys = new long[size];
            this.owners = new Person[size];
        }

        /** Where the phone stands, or would stand. */
        int slot(long phone) {
            int mask = keys.length - 1;
            int slot = (int) ((phone * 0x9E3779B97F4A7C15L) >>> 32) & mask;
            while (keys[slot] != 0 && keys[slot] != phone + 1) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        void put(int slot, Person person) {
            keys[slot] = person.phone() + 1;
            owners[slot] = person;
        }

        @Nullable Person find(long phone) {
            return owners.length == 1 ? null : owners[slot(phone)];
        }
    }

    /** @param limit how many phones are remembered at most */
    PhoneBook(int limit) {
        this.limit = limit;
    }

    /** The owner of the phone, known from now on. */
    Person of(long phone) {
        int slot = young.slot(phone);
        Person known = young.owners[slot];
        if (known != null) {
            return known;
        }
        Person before = old.find(phone);
        Person person = before == null ? new Person(phone) : before;
        young.put(slot, person);
        size++;
        if (size >= (limit + 1) / 2) {
            old = young;
            young = new Table(FIRST_SIZE);
            size = 0;
        } else if (size * 2 > young.keys.length) {
            grow();
        }
        return person;
    }

    /** The owner of the phone; null if nobody wrote to it or it was forgotten. */
    @Nullable Person find(long phone) {
        Person known = young.find(phone);
        return known == null ? old.find(phone) : known;
    }

    private void grow() {
        var larger = new Table(young.keys.length * 2);
        for (Person person : young.owners) {
            if (person != null) {
                larger.put(larger.slot(person.phone()), person);
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

    private void collect(Table table, long phone, String digits, int most, PriorityQueue<Person> lowest) {
        for (Person person : table.owners) {
            boolean twice = table == old && person != null && young.find(person.phone()) != null;
            if (person != null && !twice && person.phone() > phone && person.has(digits)) {
                lowest.add(person);
                if (lowest.size() > most) {
                    lowest.remove();
                }
            }
        }
    }
}
