package io.postrider.stage.dispatch;

import io.postrider.message.MessageTrack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages that had their outcome a short while ago, so that most receipts need not ask PostgreSQL. A message is forgotten
 * with all its parts at once, since its parts decide together.
 */
final class RecentMessages {
    /** Whoever else writes about a message leaves those alone that are younger than this. */
    static final Duration AGE = Duration.ofMinutes(5);

    private final int limit;
    private final Map<Long, Remembered> messages = new LinkedHashMap<>();
    private final Map<String, MessageTrack.Part> parts = new HashMap<>();
    private final Deque<Long> delivered = new ArrayDeque<>();

    private record Remembered(MessageTrack message, List<String> keys, Instant since) {}

    /** @param limit how many messages at most */
    RecentMessages(int limit) {
        this.limit = limit;
    }

    /**
     * Remembers a message under the operator ids of its parts, which are none if it is in doubt; those of its earlier tries
     * stay. An id that several parts have is that of the first.
     */
    void remember(MessageTrack message, List<String> operatorIds, Instant now) {
        List<String> keys = new ArrayList<>(operatorIds);
        Remembered before = messages.remove(message.id());
        if (before != null) {
            keys.addAll(before.keys());
        }
        messages.put(message.id(), new Remembered(message, keys, now));
        for (int part = operatorIds.size(); part > 0; part--) {
            if (!operatorIds.get(part - 1).isEmpty()) {
                parts.put(operatorIds.get(part - 1), new MessageTrack.Part(message, part));
            }
        }
    }

    /** The part with this operator id. */
    Optional<MessageTrack.Part> part(String operatorId) {
        return Optional.ofNullable(parts.get(operatorId));
    }

    /** The message of this number. */
    Optional<MessageTrack> message(long id) {
        return Optional.ofNullable(messages.get(id)).map(Remembered::message);
    }

    /** Nothing more is expected of it, so it goes when the step is over. */
    void delivered(MessageTrack message) {
        delivered.add(message.id());
    }

    /** Forgets what is delivered, too old or too much. */
    void trim(Instant now) {
        while (!delivered.isEmpty()) {
            forget(delivered.remove());
        }
        Iterator<Map.Entry<Long, Remembered>> eldest = messages.entrySet().iterator();
        while (eldest.hasNext()) {
            Remembered next = eldest.next().getValue();
            if (messages.size() <= limit && now.isBefore(next.since().plus(AGE))) {
                return;
            }
            forget(next);
            eldest.remove();
        }
    }

    private void forget(long id) {
        Remembered gone = messages.remove(id);
        if (gone != null) {
            forget(gone);
        }
    }

    /** An operator may have given an id once more meanwhile, to another message, which keeps it. */
    private void forget(Remembered gone) {
        for (String key : gone.keys()) {
            MessageTrack.Part part = parts.get(key);
            if (part != null && part.message().id() == gone.message().id()) {
                parts.remove(key);
            }
        }
    }
}
