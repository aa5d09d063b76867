package io.postrider.stage.dispatch;

import io.postrider.message.DispatchBatch;
import io.postrider.message.Pick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The batches that a lane may release from, and how many of each are on their way. A higher priority goes first; runs of
 * the same priority share what the sender can do, so that a small one is not behind a large one; what a run does not take,
 * because its own limit holds it back, is for the others.
 */
final class Backlog {
    private static final int CLEARED_A_STEP = 1000;
    private static final int TURNS_A_STEP = 8;
    private final Map<RunLine.Key, RunLine> lines = new LinkedHashMap<>();
    private final Map<Long, RunLine> lineOf = new HashMap<>();
    private final Map<Long, DispatchBatch> due = new HashMap<>();
    private final Map<Long, Integer> open = new HashMap<>();
    private final Map<Long, DispatchBatch> exhausted = new HashMap<>();
    private final Map<Long, Throttle> runs = new HashMap<>();
    private final LongSupplier nanos;

    /** @param nanos a monotonic clock, for the limits of runs */
    Backlog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Replaces what is due by what PostgreSQL says; what is released stands there too.
     *
     * @param most how many batches of a line were asked for
     */
    void due(List<DispatchBatch> batches, int most) {
        Map<RunLine.Key, RunLine> before = Map.copyOf(lines);
        lines.clear();
        lineOf.clear();
        due.clear();
        batches.stream()
                .collect(Collectors.groupingBy(RunLine.Key::of, LinkedHashMap::new, Collectors.toList()))
                .forEach((key, all) -> lines.put(key, new RunLine(key, all, most)));
        lines.forEach((key, line) -> line.served(served(before, key, line.priority())));
        batches.forEach(batch -> {
            due.put(batch.id(), batch);
            lineOf.put(batch.id(), lines.get(RunLine.Key.of(batch)));
        });
        limits(batches);
    }

    /** What it had; a line that is new here has had what the one had that is furthest behind. */
    private static long served(Map<RunLine.Key, RunLine> before, RunLine.Key key, int priority) {
        RunLine known = before.get(key);
        long furthest = before.values().stream()
                .filter(line -> line.priority() == priority)
                .mapToLong(RunLine::served)
                .min()
                .orElse(0);
        return known == null ? furthest : known.served();
    }

    private void limits(List<DispatchBatch> batches) {
        Map<Long, Throttle> known = new HashMap<>(runs);
        runs.clear();
        for (DispatchBatch batch : batches) {
            Integer limit = batch.messagesPerSecond();
            if (limit != null) {
                runs.put(batch.runId(), known.getOrDefault(batch.runId(), new Throttle(limit, nanos.getAsLong())));
            }
        }
    }

    /** How many messages can still be released from these batches. */
    long waiting() {
        return due.values().stream().mapToLong(DispatchBatch::left).sum();
    }

    /** Whether PostgreSQL has more of something that has come to its end here. */
    boolean wantsMore() {
        return lines.values().stream().anyMatch(RunLine::wantsMore);
    }

    /**
     * What to take now.
     *
     * @param most messages to send; some more are taken to be cleared away
     * @param from only messages of this priority or a higher one are taken to be sent
     */
    List<Pick> picks(int most, int from, Instant now) {
        Map<Integer, List<RunLine.Walk>> byPriority = new TreeMap<>(Comparator.reverseOrder());
        int cleared = CLEARED_A_STEP;
        for (RunLine line : lines.values()) {
            if (!line.isEmpty()) {
                RunLine.Walk walk = line.walk(now);
                cleared -= walk.clear(cleared);
                byPriority
                        .computeIfAbsent(line.priority(), priority -> new ArrayList<>())
                        .add(walk);
            }
        }
        Map<Long, Integer> permits = new HashMap<>();
        int rest = most;
        for (Map.Entry<Integer, List<RunLine.Walk>> level : byPriority.entrySet()) {
            if (level.getKey() >= from) {
                rest -= share(level.getValue(), rest, permits);
            }
        }
        List<Pick> picks = new ArrayList<>();
        byPriority.values().forEach(walks -> walks.forEach(walk -> picks.addAll(walk.picks())));
        return picks;
    }

    /** Lets those that are furthest behind take their turns; says how much was taken. */
    private int share(List<RunLine.Walk> walks, int most, Map<Long, Integer> permits) {
        PriorityQueue<RunLine.Walk> next =
                new PriorityQueue<>(Comparator.comparingLong(walk -> walk.line().served()));
        walks.stream().filter(walk -> !walk.isDone()).forEach(next::add);
        int turn = Math.max(1, most / TURNS_A_STEP);
        int taken = 0;
        while (taken < most && !next.isEmpty()) {
            RunLine.Walk walk = next.remove();
            int ofRun = permits.computeIfAbsent(walk.line().runId(), this::permits);
            int count = walk.send(Math.min(Math.min(turn, most - taken), ofRun));
            permits.merge(walk.line().runId(), -count, Integer::sum);
            taken += count;
            if (count > 0 && !walk.isDone()) {
                next.add(walk);
            }
        }
        return taken;
    }

    /** Whether the batch is not to be sent any more. */
    static boolean isToClear(DispatchBatch batch, Instant now) {
        return batch.stopped() || isExpired(batch, now);
    }

    /** Whether its time has passed. */
    static boolean isExpired(DispatchBatch batch, Instant now) {
        return batch.expiresAt() != null && !now.isBefore(batch.expiresAt());
    }

    private int permits(long run) {
        Throttle throttle = runs.get(run);
        return throttle == null ? Integer.MAX_VALUE : throttle.permits(nanos.getAsLong());
    }

    /** How long until a run's own limit lets the next message go; empty if some run has none. */
    Optional<Duration> untilNext() {
        @Nullable Duration soonest = null;
        for (RunLine line : lines.values()) {
            if (!line.isEmpty()) {
                Throttle throttle = runs.get(line.runId());
                if (throttle == null) {
                    return Optional.empty();
                }
                Duration until = throttle.untilNext(nanos.getAsLong());
                soonest = soonest == null || until.compareTo(soonest) < 0 ? until : soonest;
            }
        }
        return Optional.ofNullable(soonest);
    }

    /** A due batch. */
    Optional<DispatchBatch> batch(long id) {
        return Optional.ofNullable(due.get(id));
    }

    /** The batch waits for a person. */
    void held(long id) {
        forget(id);
    }

    /** Messages up to this one are released, and {@code flying} of them are to be submitted. */
    void released(DispatchBatch batch, long upTo, int flying) {
        DispatchBatch now = batch.releasedTo(upTo);
        if (now.left() <= 0) {
            forget(batch.id());
            exhausted.put(batch.id(), now);
        } else {
            due.put(batch.id(), now);
            RunLine line = lineOf.get(batch.id());
            if (line != null) {
                line.put(now);
            }
        }
        open.merge(batch.id(), flying, Integer::sum);
        Throttle throttle = runs.get(batch.runId());
        if (throttle != null) {
            throttle.spend(flying);
        }
    }

    private void forget(long id) {
        due.remove(id);
        RunLine line = lineOf.remove(id);
        if (line != null) {
            line.remove(id);
        }
    }

    /** A message of the batch has its outcome. */
    void landed(long batchId) {
        open.merge(batchId, -1, Integer::sum);
    }

    /** Batches of which every message has its outcome; they are forgotten here. */
    List<Long> ended() {
        List<Long> ended = exhausted.keySet().stream()
                .filter(id -> open.getOrDefault(id, 0) == 0)
                .toList();
        ended.forEach(id -> {
            exhausted.remove(id);
            open.remove(id);
        });
        return ended;
    }
}
