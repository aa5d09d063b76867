package io.postrider.simulator.smsc;

import io.postrider.simulator.people.ReceivedMessage;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits for an account's receiving binds. Nothing leaves it before a client has acknowledged it: what a lost bind left
 * unanswered goes first to the next one. Confined to the event loop.
 */
final class Mailbox {
    private final int window;
    private final int capacity;
    private final long unansweredMillis;
    private final Clock clock;
    private final Runnable dropped;
    private final Consumer<ReceivedMessage> acknowledged;
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private final List<Delivery> later = new ArrayList<>();
    private final List<Receiver> receivers = new ArrayList<>();
    private int next;

    private record Sent(Delivery delivery, long at) {}

    private record Receiver(Session session, Map<Integer, Sent> unanswered) {}

    /**
     * @param window deliver_sm that a bind may have unanswered
     * @param capacity how many wait at most; the oldest is dropped for a new one
     * @param unansweredMillis until an unanswered one is sent again
     * @param dropped told of each that was dropped
     * @param acknowledged told of the message whose receipt was answered
     */
    Mailbox(
            int window,
            int capacity,
            long unansweredMillis,
            Clock clock,
            Runnable dropped,
            Consumer<ReceivedMessage> acknowledged) {
        this.window = window;
        this.capacity = capacity;
        this.unansweredMillis = unansweredMillis;
        this.clock = clock;
        this.dropped = dropped;
        this.acknowledged = acknowledged;
    }

    /** Puts something in; {@link #pump} sends it. */
    void add(Delivery delivery) {
        waiting.addLast(delivery);
        if (waiting.size() > capacity) {
            waiting.removeFirst().settled(false);
            dropped.run();
        }
    }

    /** A bind that receives has begun. */
    void attach(Session session) {
        receivers.add(new Receiver(session, new LinkedHashMap<>()));
        pump();
    }

    /** A bind is gone: what it has not acknowledged waits for the next one, before all others. */
    void detach(Session session) {
        Receiver gone = receiver(session);
        if (gone != null) {
            receivers.remove(gone);
            List<Sent> unanswered = new ArrayList<>(gone.unanswered().values());
            for (int i = unanswered.size() - 1; i >= 0; i--) {
                waiting.addFirst(unanswered.get(i).delivery());
            }
            pump();
        }
    }

    /** Sends as much as windows and sockets take. */
    void pump() {
        if (waiting.isEmpty()) {
            return;
        }
        Receiver free = free();
        while (!waiting.isEmpty() && free != null) {
            Delivery delivery = waiting.removeFirst();
            int sequence = free.session().deliver(delivery.pdu());
            free.unanswered().put(sequence, new Sent(delivery, clock.millis()));
            free = free();
        }
    }

    private @Nullable Receiver free() {
        for (int tried = 0; tried < receivers.size(); tried++) {
            next = (next + 1) % receivers.size();
            Receiver receiver = receivers.get(next);
            if (receiver.unanswered().size() < window && receiver.session().canTakeMore()) {
                return receiver;
            }
        }
        return null;
    }

    /** A client answered a deliver_sm; {@link #pump} at the end of the turn uses the room it made. */
    void answered(Session session, int sequence, Answer answer) {
        Receiver receiver = receiver(session);
        Sent sent = receiver == null ? null : receiver.unanswered().remove(sequence);
        if (sent == null) {
            return;
        }
        if (answer == Answer.LATER) {
            later.add(sent.delivery());
            return;
        }
        sent.delivery().settled(answer == Answer.TAKEN);
        ReceivedMessage message = sent.delivery().message();
        if (message != null) {
            acknowledged.accept(message);
        }
    }

    /** What a deliver_sm_resp means for its deliver_sm. */
    enum Answer {
        TAKEN,
        LATER,
        NEVER
    }

    /** Offers again what clients asked to have later and what they left unanswered too long. */
    void retry() {
        long sentBefore = clock.millis() - unansweredMillis;
        for (Receiver receiver : receivers) {
            Iterator<Sent> oldestFirst = receiver.unanswered().values().iterator();
            while (oldestFirst.hasNext()) {
                Sent sent = oldestFirst.next();
                if (sent.at() > sentBefore) {
                    break;
                }
                oldestFirst.remove();
                later.add(sent.delivery());
            }
        }
        waiting.addAll(later);
        later.clear();
        pump();
    }

    /** How many this bind has not answered yet. */
    int unanswered(Session session) {
        Receiver receiver = receiver(session);
        return receiver == null ? 0 : receiver.unanswered().size();
    }

    /** Forgets everything. */
    void clear() {
        waiting.clear();
        later.clear();
        receivers.forEach(receiver -> receiver.unanswered().clear());
    }

    private @Nullable Receiver receiver(Session session) {
        for (Receiver receiver : receivers) {
            if (receiver.session() == session) {
                return receiver;
            }
        }
        return null;
    }
}
