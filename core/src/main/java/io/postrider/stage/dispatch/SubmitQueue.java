package io.postrider.stage.dispatch;

import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Released messages that the gateway has not taken yet, in order; handed over as fast as the pacer lets them. */
final class SubmitQueue {
    private static final int OFFERED_AT_ONCE = 500;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private final Deque<Flight> unsent = new ArrayDeque<>();
    private final Pacer pacer;
    private final LongSupplier nanos;
    private long pausedUntil;

    /** @param nanos a monotonic clock */
    SubmitQueue(Pacer pacer, LongSupplier nanos) {
        this.pacer = pacer;
        this.nanos = nanos;
        this.pausedUntil = nanos.getAsLong();
    }

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

    /** It was not taken: it goes first, but not before a pause, and all go slower if the operator was full. */
    void again(Flight flight, Outcome.Throttled answer) {
        unsent.addFirst(flight);
        long now = nanos.getAsLong();
        Duration after = answer.retryAfter();
        Duration pause = after.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : after;
        long until = now + pause.toNanos();
        pausedUntil = until - pausedUntil > 0 ? until : pausedUntil;
        if (answer.errorClass() != ErrorClass.TEMPORARY) {
            pacer.slowDown(now);
        }
    }

    /** Hands over as much as may go now and the gateway takes; the token of the first that it took. */
    OptionalLong offer(Gateway gateway) {
        return offer(gateway, Integer.MAX_VALUE);
    }

    /** The same, but at most so many. */
    OptionalLong offer(Gateway gateway, int most) {
        OptionalLong first = OptionalLong.empty();
        int left = most;
        while (!unsent.isEmpty()) {
            List<Submission> batch = slice(Math.min(left, OFFERED_AT_ONCE));
            if (batch.isEmpty()) {
                return first;
            }
            left -= batch.size();
            int taken = gateway.submit(batch);
            if (taken > 0 && first.isEmpty()) {
                first = OptionalLong.of(batch.get(0).token());
            }
            for (int i = 0; i < taken; i++) {
                unsent.removeFirst();
            }
            if (taken < batch.size()) {
                batch.subList(taken, batch.size()).forEach(kept -> pacer.refund(partsOf(kept)));
                return first;
            }
        }
        return first;
    }

    /** What may go at this moment; it counts as spent. */
    private List<Submission> slice(int most) {
        long now = nanos.getAsLong();
        List<Submission> batch = new ArrayList<>();
        if (isPaused()) {
            return batch;
        }
        for (Flight flight : unsent) {
            if (batch.size() == most || !pacer.mayGo(now)) {
                break;
            }
            batch.add(flight.submission());
            pacer.spend(partsOf(flight.submission()), now);
        }
        return batch;
    }

    private static int partsOf(Submission message) {
        return message.parts().size();
    }

    /** Nanoseconds until the first may go, as far as the pacer and the operator's pause say; 0 if it may now. */
    long untilNext() {
        long now = nanos.getAsLong();
        return Math.max(isPaused() ? pausedUntil - now : 0, pacer.untilNext(now));
    }

    /** Whether the operator asked for a pause. */
    boolean isPaused() {
        return pausedUntil - nanos.getAsLong() > 0;
    }

    /** How many there are. */
    int size() {
        return unsent.size();
    }

    /** The runs of which there are some. */
    Set<Long> runs() {
        return unsent.stream().map(flight -> flight.batch().runId()).collect(Collectors.toSet());
    }

    /** Takes out what is of these runs. */
    List<Flight> recall(Set<Long> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<Flight> back = unsent.stream()
                .filter(flight -> runs.contains(flight.batch().runId()))
                .toList();
        unsent.removeIf(flight -> runs.contains(flight.batch().runId()));
        return back;
    }

    /** Takes everything out. */
    List<Flight> drain() {
        List<Flight> all = List.copyOf(unsent);
        unsent.clear();
        return all;
    }
}
