package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Submission;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The bounded way from the host's threads to the event loop: as many messages as fit, one hop for all of them. */
final class Intake {
    private final int capacity;
    private final Runnable hop;
    private final Queue<List<Submission>> taken = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean hopping = new AtomicBoolean();
    private int room;
    private boolean open;
    private boolean closed;
    private boolean moreOffered;

    /**
     * @param capacity how many messages may be without outcome
     * @param hop has {@link #drain} called on the event loop; callable from any thread
     */
    Intake(int capacity, Runnable hop) {
        this.capacity = capacity;
        this.room = capacity;
        this.hop = hop;
    }

    /** Takes the first messages, as many as there is room for. Called by the host. */
    int take(List<Submission> batch) {
        int count = reserve(batch);
        if (hopping.compareAndSet(false, true)) {
            hop.run();
        }
        return count;
    }

    private synchronized int reserve(List<Submission> batch) {
        int count = open && !closed ? Math.min(room, batch.size()) : 0;
        moreOffered |= count < batch.size();
        room -= count;
        if (count > 0) {
            taken.add(List.copyOf(batch.subList(0, count)));
        }
        return count;
    }

    /** Hands over all that was taken. Called on the event loop. */
    void drain(Consumer<Submission> receiver) {
        hopping.set(false);
        for (List<Submission> batch = taken.poll(); batch != null; batch = taken.poll()) {
            batch.forEach(receiver);
        }
    }

    /** So many messages have their outcome. */
    synchronized void release(int count) {
        room += count;
    }

    /** Whether messages can be sent at all now. */
    synchronized void open(boolean now) {
        open = now;
    }

    /** Takes nothing any more. */
    synchronized void close() {
        closed = true;
    }

    /** Whether the host should be told, once, that there is room again: worth a batch, not a single message. */
    synchronized boolean readyToTell() {
        boolean ready = moreOffered && open && !closed && room >= Math.max(1, capacity / 4);
        if (ready) {
            moreOffered = false;
        }
        return ready;
    }
}
