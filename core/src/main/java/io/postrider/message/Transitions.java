package io.postrider.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts transitions by hour, in the order in which their rows are locked, which is the same for every writer. */
public final class Transitions {
    private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::runId)
            .thenComparingLong(Key::senderId)
            .thenComparing(Key::hour)
            .thenComparing(Key::from)
            .thenComparing(Key::to)
            .thenComparing(Key::code);

    private final Map<Key, Count> counts = new TreeMap<>(ORDER);

    /** What is counted together. */
    record Key(
            long accountId, long runId, long senderId, Instant hour, MessageState from, MessageState to, String code) {}

    /** How many messages, of how many parts together, and what operators ask for them in millionths. */
    record Count(long messages, long parts, long cost) {
        Count plus(Count other) {
            return new Count(messages + other.messages, parts + other.parts, cost + other.cost);
        }
    }

    /** Counts one message that was just written. */
    void written(RenderedChunk chunk, NewMessage message) {
        add(
                new Key(
                        chunk.accountId(),
                        chunk.runId(),
                        message.senderId(),
                        hour(chunk.renderedAt()),
                        MessageState.NONE,
                        MessageState.WAITING,
                        ""),
                new Count(1, message.parts().size(), 0));
    }

    /** Counts an event of a sender's message, if it moved the message or cost something: an operator may take several tries. */
    void happened(long senderId, MessageEvent event) {
        long cost = event.hasCost() ? event.cost() : 0;
        if (event.isTransition() || cost > 0) {
            String code = event.code() == null ? "" : event.code();
            Instant hour = hour(event.at());
            add(
                    new Key(event.accountId(), event.runId(), senderId, hour, event.from(), event.to(), code),
                    event.isTransition() ? new Count(1, event.messageParts(), cost) : new Count(0, 0, cost));
        }
    }

    private void add(Key key, Count count) {
        counts.merge(key, count, Count::plus);
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    /** Everything counted so far, in the order of locking. */
    List<Map.Entry<Key, Count>> counted() {
        return List.copyOf(counts.entrySet());
    }
}
