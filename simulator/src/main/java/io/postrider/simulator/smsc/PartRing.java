package io.postrider.simulator.smsc;

import io.postrider.simulator.people.Part;
import org.jspecify.annotations.Nullable;

/** The newest parts by their message_id, for query_sm, cancel_sm and replace_sm. */
final class PartRing {
    private final @Nullable Part[] parts;

    PartRing(int size) {
        this.parts = new Part[size];
    }

    void add(Part part) {
        parts[index(part.id())] = part;
    }

    /** The part with this id; null if it is not kept. */
    @Nullable Part find(long id) {
        Part part = parts[index(id)];
        return part != null && part.id() == id ? part : null;
    }

    private int index(long id) {
        return (int) Math.floorMod(id, (long) parts.length);
    }
}
