package io.postrider.smpp.gateway;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final Duration DONE_REMEMBERED = Duration.ofMinutes(1);

    private final long longestWait;
    private final Map<Key, Held> messages = new LinkedHashMap<>();
    private final Map<Key, Done> done = new LinkedHashMap<>();

    private record Key(String from, String to, int reference, int total) {}

    private record Held(SortedMap<Integer, Part> parts, long since) {}

    /** A message that was given out, so that a part which the operator brings again begins no new one. */
    private record Done(SortedMap<Integer, Part> parts, long since) {}

    private static final class Part {
        private final byte dataCoding;
        private final byte[] octets;

        Part(byte dataCoding, byte[] octets) {
            this.dataCoding = dataCoding;
            this.octets = octets;
        }

        boolean isSame(Part other) {
            return dataCoding == other.dataCoding && Arrays.equals(octets, other.octets);
        }
    }

    /** A message of a handset, as much of it as came. */
    static final class Joined {
        private final Key key;
        private final SortedMap<Integer, Part> parts;

        private Joined(Key key, SortedMap<Integer, Part> parts) {
            this.key = key;
            this.parts = parts;
        }

        String from() {
            return key.from;
        }

        String to() {
            return key.to;
        }

        /** The text; octets are joined before they are read, since handsets cut characters in two. */
        String text(IncomingText texts) {
            var text = new StringBuilder();
            var octets = new ByteArrayOutputStream();
            byte dataCoding = 0;
            for (Part part : parts.values()) {
                if (part.dataCoding != dataCoding) {
                    text.append(texts.decode(dataCoding, octets.toByteArray()));
                    octets.reset();
                    dataCoding = part.dataCoding;
                }
                octets.writeBytes(part.octets);
            }
            return text.append(texts.decode(dataCoding, octets.toByteArray())).toString();
        }
    }

    /** @param longestWait how long the parts of a message may be apart */
    Reassembly(Duration longestWait) {
        this.longestWait = longestWait.toNanos();
    }

    /** The whole message if this part was the last missing one, otherwise null. A part that comes twice counts once. */
    @Nullable Joined add(String from, String to, Fragment fragment, byte dataCoding, long nowNanos) {
        var key = new Key(from, to, fragment.reference(), fragment.total());
        var part = new Part(dataCoding, fragment.text());
        forgetDone(nowNanos);
        Done before = done.get(key);
        if (before != null) {
            Part same = before.parts.get(fragment.number());
            if (same != null && same.isSame(part)) {
                return null;
            }
        }
        Held held = messages.computeIfAbsent(key, fresh -> new Held(new TreeMap<>(), nowNanos));
        held.parts.put(fragment.number(), part);
        if (held.parts.size() < fragment.total()) {
            return null;
        }
        messages.remove(key);
        done.put(key, new Done(held.parts, nowNanos));
        return new Joined(key, held.parts);
    }

    /** Takes a message back that was given out: it is complete again with any of its parts, or when its time is over. */
    void putBack(Joined joined, long nowNanos) {
        done.remove(joined.key);
        messages.putIfAbsent(joined.key, new Held(joined.parts, nowNanos));
    }

    private void forgetDone(long nowNanos) {
        Iterator<Done> oldestFirst = done.values().iterator();
        while (oldestFirst.hasNext()) {
            boolean old = nowNanos - oldestFirst.next().since > DONE_REMEMBERED.toNanos();
            if (!old && done.size() <= MOST) {
                return;
            }
            oldestFirst.remove();
        }
    }

    /** Whether there are more incomplete messages than should be kept. */
    boolean isOverfull() {
        return messages.size() > MOST;
    }

    /** Gives up waiting for the rest of what came too long ago, and of the oldest if there are too many. */
    List<Joined> expire(long nowNanos) {
        List<Joined> given = new ArrayList<>();
        Iterator<Map.Entry<Key, Held>> oldestFirst = messages.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            Map.Entry<Key, Held> entry = oldestFirst.next();
            boolean tooOld = nowNanos - entry.getValue().since > longestWait;
            if (!tooOld && !isOverfull()) {
                break;
            }
            given.add(new Joined(entry.getKey(), entry.getValue().parts));
            oldestFirst.remove();
        }
        return given;
    }
}
