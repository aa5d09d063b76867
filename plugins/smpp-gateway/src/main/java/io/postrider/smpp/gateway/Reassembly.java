package io.postrider.smpp.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Joins the parts of long messages from handsets. What is incomplete for too long is given out as it is. */
final class Reassembly {
    private static final int MOST = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Map<Key, Held> messages = new LinkedHashMap<>();

    /** A message of a handset, as much of it as came. */
    record Joined(String from, String to, String text) {}

    private record Key(String from, String to, int reference, int total) {}

    private record Held(SortedMap<Integer, String> parts, long since) {
        Joined joined(Key key) {
            return new Joined(key.from, key.to, String.join("", parts.values()));
        }
    }

    /** The whole message if this part was the last missing one, otherwise null. A part that comes twice counts once. */
    @Nullable Joined add(String from, String to, Fragment part, String text, long nowNanos) {
        var key = new Key(from, to, part.reference(), part.total());
        Held held = messages.computeIfAbsent(key, fresh -> new Held(new TreeMap<>(), nowNanos));
        held.parts.put(part.number(), text);
        if (held.parts.size() < part.total()) {
            return null;
        }
        messages.remove(key);
        return held.joined(key);
    }

    /** Gives up waiting for the rest of what came too long ago, and of the oldest if there are too many. */
    List<Joined> expire(long nowNanos) {
        List<Joined> given = new ArrayList<>();
        Iterator<Map.Entry<Key, Held>> oldestFirst = messages.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            Map.Entry<Key, Held> entry = oldestFirst.next();
            boolean tooOld = nowNanos - entry.getValue().since > LONGEST_WAIT.toNanos();
            if (!tooOld && messages.size() <= MOST) {
                break;
            }
            given.add(entry.getValue().joined(entry.getKey()));
            oldestFirst.remove();
        }
        return given;
    }
}
