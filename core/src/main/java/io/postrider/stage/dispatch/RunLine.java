package io.postrider.stage.dispatch;

import io.postrider.message.DispatchBatch;
import io.postrider.message.Pick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run has in front of a sender, in order. Its further tries stand in a line of their own, so that neither they nor
 * the first tries wait for the whole of the other.
 */
final class RunLine {
    private final Key key;
    private final int priority;
    private final boolean more;
    private final Map<Long, DispatchBatch> batches = new LinkedHashMap<>();
    private long served;

    /** Which line it is: of a run, with its first tries or its further ones. */
    record Key(long runId, boolean again) {
        static Key of(DispatchBatch batch) {
            return new Key(batch.runId(), batch.attempt() > 1);
        }
    }

    /**
     * @param all what it has, of one priority
     * @param most how many batches were asked for; with so many there may be more behind them
     */
    RunLine(Key key, List<DispatchBatch> all, int most) {
        this.key = key;
        this.priority = all.get(0).priority();
        this.more = all.size() >= most;
        all.forEach(batch -> batches.put(batch.id(), batch));
    }

    long runId() {
        return key.runId();
    }

    int priority() {
        return priority;
    }

    /** Whether it has ended here but not in PostgreSQL. */
    boolean wantsMore() {
        return more && batches.isEmpty();
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** How much it has had, in comparison to others. */
    long served() {
        return served;
    }

    /** It has had so much, or whoever comes later is treated as if it had. */
    void served(long count) {
        served = count;
    }

    /** How many messages can still be released. */
    long waiting() {
        return batches.values().stream().mapToLong(DispatchBatch::left).sum();
    }

    void put(DispatchBatch batch) {
        batches.put(batch.id(), batch);
    }

    void remove(long batchId) {
        batches.remove(batchId);
    }

    /** Goes along the line once. */
    Walk walk(Instant now) {
        return new Walk(now);
    }

    /** Takes from a line from its beginning: first what is to be cleared away, then what is to be sent. */
    final class Walk {
        private final Instant now;
        private final Iterator<DispatchBatch> rest =
                List.copyOf(batches.values()).iterator();
        private final List<Pick> picks = new ArrayList<>();
        private DispatchBatch batch = rest.next();
        private int taken;
        private boolean done;

        Walk(Instant now) {
            this.now = now;
        }

        RunLine line() {
            return RunLine.this;
        }

        /** Whether nothing is left. */
        boolean isDone() {
            return done;
        }

        /** Takes at most so many that will not be sent, as far as the line begins with such; how many. */
        int clear(int most) {
            return take(most, true);
        }

        /** Takes at most so many to be sent, as far as the line begins with such; how many. */
        int send(int most) {
            int count = take(most, false);
            served += count;
            return count;
        }

        private int take(int most, boolean toClear) {
            int count = 0;
            while (count < most && !done && Backlog.isToClear(batch, now) == toClear) {
                int some = (int) Math.min(most - count, batch.left() - taken);
                taken += some;
                count += some;
                if (taken >= batch.left()) {
                    next();
                }
            }
            return count;
        }

        private void next() {
            note();
            if (rest.hasNext()) {
                batch = rest.next();
            } else {
                done = true;
            }
        }

        private void note() {
            if (taken > 0) {
                picks.add(new Pick(batch.id(), batch.released(), taken, batch.attempt()));
                taken = 0;
            }
        }

        /** What was taken. */
        List<Pick> picks() {
            note();
            return picks;
        }
    }
}
