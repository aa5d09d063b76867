package io.postrider.smpp.gateway;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Submits of one bind that wait for their answer, oldest first, and those whose answer is late (SMPP 3.4 section 2.7). */
final class Window {
    private static final int MOST_LATE = 10_000;

    private int size;
    private final Map<Integer, Flight> inFlight = new LinkedHashMap<>();
    private final Map<Integer, Outgoing> late = new LinkedHashMap<>();

    private record Flight(Outgoing message, long sinceNanos) {}

    Window(int size) {
        this.size = size;
    }

    boolean hasRoom() {
        return inFlight.size() < size;
    }

    /** From now on so many may be on their way; those beyond it that already are stay. */
    void limit(int newSize) {
        size = newSize;
    }

    int inFlight() {
        return inFlight.size();
    }

    /** Whether the sequence number still belongs to a message. */
    boolean knows(int sequence) {
        return inFlight.containsKey(sequence) || late.containsKey(sequence);
    }

    void add(int sequence, Outgoing message, long nowNanos) {
        inFlight.put(sequence, new Flight(message, nowNanos));
    }

    /** The message that this answer is for, whose place is free now. */
    @Nullable Outgoing answered(int sequence) {
        Flight flight = inFlight.remove(sequence);
        return flight == null ? null : flight.message;
    }

    /** The message that was given up before this answer came. */
    @Nullable Outgoing answeredLate(int sequence) {
        return late.remove(sequence);
    }

    /** Gives up the messages sent before that instant; their places are free, their late answers are still known. */
    List<Outgoing> expire(long beforeNanos) {
        List<Outgoing> expired = new ArrayList<>();
        Iterator<Map.Entry<Integer, Flight>> oldestFirst = inFlight.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            Map.Entry<Integer, Flight> entry = oldestFirst.next();
            if (entry.getValue().sinceNanos - beforeNanos > 0) {
                break;
            }
            expired.add(entry.getValue().message);
            remember(entry.getKey(), entry.getValue().message);
            oldestFirst.remove();
        }
        return expired;
    }

    private void remember(int sequence, Outgoing message) {
        if (late.size() >= MOST_LATE) {
            late.remove(late.keySet().iterator().next());
        }
        late.put(sequence, message);
    }

    /** Gives up everything: the connection is gone. */
    List<Outgoing> clear() {
        List<Outgoing> all = inFlight.values().stream().map(Flight::message).toList();
        inFlight.clear();
        late.clear();
        return all;
    }
}
