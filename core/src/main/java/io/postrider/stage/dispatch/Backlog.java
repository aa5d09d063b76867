package io.postrider.stage.dispatch;

import io.postrider.message.DispatchBatch;
import io.postrider.message.Pick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The batches that a lane may release from, in the order in which they go, and how many of each are on their way. */
final class Backlog {
    private static final int CLEARED_A_STEP = 1000;
    private final Map<Long, DispatchBatch> due = new LinkedHashMap<>();
    private final Map<Long, Integer> open = new HashMap<>();
    private final Map<Long, DispatchBatch> exhausted = new HashMap<>();
    private final Map<Long, Throttle> runs = new HashMap<>();

    /** Replaces what is due by what PostgreSQL says; what is released stands there too. */
    void due(List<DispatchBatch> batches, Instant now) {
        due.clear();
        batches.forEach(batch -> due.put(batch.id(), batch));
        Map<Long, Throttle> known = new HashMap<>(runs);
        runs.clear();
        for (DispatchBatch batch : batches) {
            Integer limit = batch.messagesPerSecond();
            if (limit != null) {
                runs.put(batch.runId(), known.getOrDefault(batch.runId(), new Throttle(limit, now)));
            }
        }
    }

    /** How many messages can still be released from these batches. */
    long waiting() {
        return due.values().stream().mapToLong(DispatchBatch::left).sum();
    }

    /** What to take now: {@code most} messages to send, and some more to clear away. */
    List<Pick> picks(int most, Instant now) {
        List<Pick> picks = new ArrayList<>();
        Map<Long, Integer> left = new HashMap<>();
        int rest = most;
        int cleared = CLEARED_A_STEP;
        for (DispatchBatch batch : due.values()) {
            boolean clear = isToClear(batch, now);
            int ofRun = clear ? cleared : left.computeIfAbsent(batch.runId(), run -> permits(run, now));
            int count = (int) Math.min(Math.min(clear ? cleared : rest, ofRun), batch.left());
            if (count > 0) {
                picks.add(new Pick(batch.id(), batch.released(), count));
                if (clear) {
                    cleared -= count;
                } else {
                    rest -= count;
                    left.merge(batch.runId(), -count, Integer::sum);
                }
            }
            if (rest <= 0 && cleared <= 0) {
                break;
            }
        }
        return picks;
    }

    /** Whether the batch is not to be sent any more. */
    static boolean isToClear(DispatchBatch batch, Instant now) {
        return batch.stopped() || isExpired(batch, now);
    }

    /** Whether its time has passed. */
    static boolean isExpired(DispatchBatch batch, Instant now) {
        return batch.expiresAt() != null && !now.isBefore(batch.expiresAt());
    }

    private int permits(long run, Instant now) {
        Throttle throttle = runs.get(run);
        return throttle == null ? Integer.MAX_VALUE : throttle.permits(now);
    }

    /** How long until a run's own limit lets the next message go; empty if no limit holds one back. */
    Optional<Duration> untilNext(Instant now) {
        return due.values().stream()
                .map(batch -> runs.get(batch.runId()))
                .filter(throttle -> throttle != null)
                .map(throttle -> throttle.untilNext(now))
                .min(Duration::compareTo);
    }

    /** A due batch. */
    Optional<DispatchBatch> batch(long id) {
        return Optional.ofNullable(due.get(id));
    }

    /** The batch waits for a person. */
    void held(long id) {
        due.remove(id);
    }

    /** Messages up to this one are released, and {@code flying} of them are to be submitted. */
    void released(DispatchBatch batch, long upTo, int flying) {
        DispatchBatch now = batch.releasedTo(upTo);
        if (now.left() <= 0) {
            due.remove(batch.id());
            exhausted.put(batch.id(), now);
        } else {
            due.put(batch.id(), now);
        }
        open.merge(batch.id(), flying, Integer::sum);
        Throttle throttle = runs.get(batch.runId());
        if (throttle != null) {
            throttle.spend(flying);
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
