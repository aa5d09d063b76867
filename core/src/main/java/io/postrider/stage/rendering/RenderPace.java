package io.postrider.stage.rendering;

import io.postrider.mailing.ChunkSize;
import io.postrider.mailing.ChunkStore;
import io.postrider.mailing.Run;
import io.postrider.sender.SenderActivity;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rendering close to what senders can do: at most ten minutes of a sender's speed, and at most so many messages, wait in
 * front of it, so that a slow sender neither fills memory nor carries stale texts. Runs share that room; whoever has the
 * least in front goes first, and tests always go. Used by one event loop.
 */
public final class RenderPace {
    private static final long KNOWN_FOR = Duration.ofMillis(200).toNanos();
    private static final long BUSY_ENOUGH = Duration.ofMinutes(1).toNanos();
    private static final int POINTS = 12;
    /** A fifth of the room stays for runs that have nothing in front of the sender yet. */
    private static final double SHARED = 0.8;

    private final ChunkStore chunks;
    private final LongFunction<Optional<SenderActivity>> activity;
    private final LongSupplier nanos;
    private final int most;
    private final int chunk;
    private final Map<Long, Rendering> rendering = new LinkedHashMap<>();
    private final Map<Long, Long> busySince = new HashMap<>();
    private final Set<Long> sharing = new HashSet<>();
    private Map<Long, Set<Long>> chosen = Map.of();
    private Room room = new Room(List.of());
    private long read = Long.MIN_VALUE;
    private long claims;
    private boolean holdsBack;

    /** A chunk that is being rendered, or whose messages were not in PostgreSQL yet when the room was measured. */
    private static final class Rendering {
        private final Run run;
        private final Set<Long> senders;
        private final int size;
        private boolean done;

        Rendering(Run run, Set<Long> senders, int size) {
            this.run = run;
            this.senders = senders;
            this.size = size;
        }
    }

    /**
     * @param activity what a sender is doing, as far as this server knows
     * @param nanos a clock that nobody sets
     * @param most messages in front of a sender
     * @param chunk contacts in a chunk at most
     */
    public RenderPace(
            ChunkStore chunks,
            LongFunction<Optional<SenderActivity>> activity,
            LongSupplier nanos,
            int most,
            int chunk) {
        this.chunks = chunks;
        this.activity = activity;
        this.nanos = nanos;
        this.most = most;
        this.chunk = chunk;
    }

    /**
     * Those of these runs that may render a chunk now, in the order in which they should.
     *
     * @param senders by run, among whom a virtual sender chooses; the fullest of them counts
     */
    Future<List<Run>> ready(List<Run> open, Map<Long, Set<Long>> senders) {
        boolean known = read != Long.MIN_VALUE && nanos.getAsLong() - read < KNOWN_FOR;
        return (known ? Future.succeededFuture(room) : measure()).map(now -> {
            chosen = senders;
            sharing.clear();
            open.forEach(run -> sharing.add(run.id()));
            List<Run> ready = open.stream().filter(this::mayRender).toList();
            holdsBack = ready.size() < open.size();
            List<Run> order = new ArrayList<>(ready);
            order.sort(Comparator.comparing((Run run) -> !run.isTest()).thenComparing(run -> own(run)));
            return order;
        });
    }

    /** Whether some run waited for its sender when this was looked at last. */
    boolean holdsBack() {
        return holdsBack;
    }

    /** A chunk of the run is going to be rendered; the number to end it by, or empty if there is no room for it any more. */
    OptionalLong begin(Run run) {
        if (!mayRender(run)) {
            return OptionalLong.empty();
        }
        Set<Long> senders = senders(run);
        long least = senders.stream().mapToLong(this::limit).min().orElse(most);
        rendering.put(++claims, new Rendering(run, senders, size(least)));
        return OptionalLong.of(claims);
    }

    /** It is in PostgreSQL, or will not be. */
    void end(long claim, boolean written) {
        Rendering ended = rendering.get(claim);
        if (ended != null && written) {
            ended.done = true;
        } else {
            rendering.remove(claim);
        }
    }

    private Future<Room> measure() {
        List<Long> counted = rendering.entrySet().stream()
                .filter(entry -> entry.getValue().done)
                .map(Map.Entry::getKey)
                .toList();
        long now = nanos.getAsLong();
        return chunks.ahead().map(rows -> {
            counted.forEach(rendering::remove);
            room = new Room(rows);
            read = now;
            busySince.keySet().retainAll(room.senders());
            room.senders().forEach(sender -> busySince.putIfAbsent(sender, now));
            return room;
        });
    }

    private boolean mayRender(Run run) {
        if (run.isTest() || run.stopped()) {
            return true;
        }
        Integer ofRun = run.messagesPerSecond();
        long own = own(run);
        if (ofRun != null && own > 0) {
            long limit = ofRun * ChunkSize.AHEAD.toSeconds();
            if (own + size(limit) > limit) {
                return false;
            }
        }
        return senders(run).stream().allMatch(sender -> hasRoom(run, sender));
    }

    private Set<Long> senders(Run run) {
        Set<Long> known = chosen.get(run.id());
        if (known != null) {
            return known;
        }
        Set<Long> senders = new HashSet<>(room.senders(run.id()));
        senders.add(run.senderId());
        return senders;
    }

    private boolean hasRoom(Run run, long sender) {
        long limit = limit(sender);
        int size = size(limit);
        long own = room.waiting(sender, run.id()) + rendering(run);
        long all = room.waiting(sender) + renderingFor(sender);
        if (own == 0) {
            return all == 0 || all + size <= limit;
        }
        Set<Long> here = new HashSet<>(room.runs(sender));
        here.retainAll(sharing);
        here.add(run.id());
        return all + size <= limit && own + size <= limit * SHARED / here.size();
    }

    /** How many messages may wait in front of a sender. */
    private long limit(long sender) {
        SenderActivity now = activity.apply(sender).orElse(null);
        if (now == null) {
            return most;
        }
        Double allowed = least(now.pace().allowedMessages(), now.pace().allowedParts());
        Long since = busySince.get(sender);
        if (allowed == null && since != null && nanos.getAsLong() - since > BUSY_ENOUGH) {
            allowed = now.history().stream()
                    .skip(Math.max(0, now.history().size() - POINTS))
                    .mapToDouble(SenderActivity.Point::messages)
                    .average()
                    .orElse(0);
        }
        return allowed == null ? most : (long) Math.min(most, allowed * ChunkSize.AHEAD.toSeconds());
    }

    private static @Nullable Double least(@Nullable Double one, @Nullable Double other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }

    private int size(long limit) {
        return ChunkSize.of(chunk, limit);
    }

    private long own(Run run) {
        return room.waiting(run) + rendering(run);
    }

    private long rendering(Run run) {
        return rendering(some -> some.run.id() == run.id());
    }

    private long renderingFor(long sender) {
        return rendering(some -> some.senders.contains(sender));
    }

    private long rendering(Predicate<Rendering> which) {
        return rendering.values().stream()
                .filter(which)
                .mapToLong(some -> some.size)
                .sum();
    }

    /** What waits in front of senders, by run. */
    private static final class Room {
        private final Map<Long, Map<Long, Long>> bySender = new HashMap<>();
        private final Map<Long, Set<Long>> sendersOf = new HashMap<>();

        Room(List<ChunkStore.Ahead> rows) {
            for (ChunkStore.Ahead row : rows) {
                bySender.computeIfAbsent(row.senderId(), sender -> new HashMap<>())
                        .put(row.runId(), row.messages());
                sendersOf.computeIfAbsent(row.runId(), run -> new HashSet<>()).add(row.senderId());
            }
        }

        Set<Long> senders() {
            return bySender.keySet();
        }

        Set<Long> senders(long run) {
            return sendersOf.getOrDefault(run, Set.of());
        }

        Set<Long> runs(long sender) {
            return bySender.getOrDefault(sender, Map.of()).keySet();
        }

        long waiting(long sender, long run) {
            return bySender.getOrDefault(sender, Map.of()).getOrDefault(run, 0L);
        }

        long waiting(long sender) {
            return bySender.getOrDefault(sender, Map.of()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        long waiting(Run run) {
            return senders(run.id()).stream()
                    .mapToLong(sender -> waiting(sender, run.id()))
                    .sum();
        }
    }
}
