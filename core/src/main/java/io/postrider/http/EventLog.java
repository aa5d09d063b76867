package io.postrider.http;

import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The last changes of this server, so that a browser that was away for a moment misses none. Safe for any thread. */
final class EventLog {
    private static final int KEPT = 2000;
    private static final Map<Topic, String> TOPICS = Map.of(
            Topic.RUN_CHANGED, "runs",
            Topic.JOB_CHANGED, "jobs",
            Topic.SENDER_CHANGED, "senders",
            Topic.SENDER_ACTIVE, "senders");
    private final String start;
    private final Deque<Change> kept = new ArrayDeque<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private long last;

    /** Something changed; the id is the run's, the job's or the sender's. */
    record Change(long number, String topic, long id) {}

    /** @param start tells this start of the server from others, so that numbers of another one are not believed */
    EventLog(HintQueue queue, String start) {
        this.start = start;
        TOPICS.forEach((topic, name) -> queue.subscribe(topic, id -> add(name, id)));
    }

    /** How the topics are called outside. */
    static Set<String> topics() {
        return Set.copyOf(TOPICS.values());
    }

    /** Calls the listener for each change, from any thread, until the answer is run. */
    Runnable listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The id of an event that tells all changes up to this number. */
    String eventId(long number) {
        return start + "-" + number;
    }

    /** The number of the last change. */
    synchronized long last() {
        return last;
    }

    /** What changed after the event that a browser saw last; empty if that is not known any more. */
    synchronized Optional<List<Change>> since(String eventId) {
        if (!eventId.startsWith(start + "-")) {
            return Optional.empty();
        }
        try {
            long seen = Long.parseLong(eventId.substring(start.length() + 1));
            long oldest = last - kept.size();
            return seen < oldest || seen > last
                    ? Optional.empty()
                    : Optional.of(kept.stream()
                            .filter(change -> change.number() > seen)
                            .toList());
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    private void add(String topic, long id) {
        Change change = noted(topic, id);
        listeners.forEach(listener -> listener.accept(change));
    }

    private synchronized Change noted(String topic, long id) {
        Change change = new Change(++last, topic, id);
        kept.addLast(change);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        return change;
    }

    /** Ids of changes by topic, each once, in the order in which they first changed. */
    static Map<String, Set<Long>> byTopic(Iterable<Change> changes) {
        Map<String, Set<Long>> topics = new LinkedHashMap<>();
        changes.forEach(change -> topics.computeIfAbsent(change.topic(), ignored -> new LinkedHashSet<>())
                .add(change.id()));
        return topics;
    }
}
