package io.postrider.stage.dispatch;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** Released messages that the gateway has not taken yet, in order. */
final class SubmitQueue {
    private static final int OFFERED_AT_ONCE = 500;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private final Deque<Flight> unsent = new ArrayDeque<>();
    private Instant pausedUntil = Instant.MIN;

    /** These may touch the wire, each before those of a lower priority. */
    void add(List<Flight> released) {
        Deque<Flight> lower = new ArrayDeque<>();
        for (Flight flight : released) {
            while (!unsent.isEmpty()
                    && unsent.getLast().batch().priority() < flight.batch().priority()) {
                lower.addFirst(unsent.removeLast());
            }
            unsent.addLast(flight);
        }
        unsent.addAll(lower);
    }

    /** The operator was full: this one goes first, but not before a pause. */
    void again(Flight flight, Duration retryAfter, Instant now) {
        unsent.addFirst(flight);
        Instant until = now.plus(retryAfter.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : retryAfter);
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
    }

    /** Hands over as much as the gateway takes; the token of the first that it took. */
    OptionalLong offer(Gateway gateway, Instant now) {
        OptionalLong first = OptionalLong.empty();
        while (!unsent.isEmpty() && !isPaused(now)) {
            List<Submission> batch = new ArrayList<>(Math.min(unsent.size(), OFFERED_AT_ONCE));
            for (Flight flight : unsent) {
                if (batch.size() == OFFERED_AT_ONCE) {
                    break;
                }
                batch.add(flight.submission());
            }
            int taken = gateway.submit(batch);
            if (taken > 0 && first.isEmpty()) {
                first = OptionalLong.of(batch.get(0).token());
            }
            for (int i = 0; i < taken; i++) {
                unsent.removeFirst();
            }
            if (taken < batch.size()) {
                return first;
            }
        }
        return first;
    }

    /** Whether the operator asked for a pause. */
    boolean isPaused(Instant now) {
        return now.isBefore(pausedUntil);
    }

    /** When the operator may be asked again. */
    Instant pausedUntil() {
        return pausedUntil;
    }

    /** How many there are. */
    int size() {
        return unsent.size();
    }

    /** Takes everything out. */
    List<Flight> drain() {
        List<Flight> all = List.copyOf(unsent);
        unsent.clear();
        return all;
    }
}
