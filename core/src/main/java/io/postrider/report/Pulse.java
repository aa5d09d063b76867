package io.postrider.report;

import io.postrider.message.EventKind;
import io.postrider.message.MessageEvent;
import io.postrider.message.MessageState;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Feels what happens to the runs that this server sends: which changed since somebody was told, and how fast they go. Kept in
 * memory only, for a bounded number of runs. Safe for any thread.
 */
public final class Pulse {
    private static final int MOST_RUNS = 500;
    private static final int MOST_CHANGED = 10_000;
    private final Clock clock;
    private final Map<Long, Tempo> tempos = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Long> changed = new HashSet<>();

    public Pulse(Clock clock) {
        this.clock = clock;
    }

    /** These events are committed. */
    public void happened(List<MessageEvent> events) {
        Map<Long, int[]> byRun = new LinkedHashMap<>();
        for (MessageEvent event : events) {
            int[] counts = byRun.computeIfAbsent(event.runId(), run -> new int[3]);
            if (event.isTransition() && event.to() == MessageState.SUBMITTED) {
                counts[0]++;
                counts[1] += event.messageParts();
            }
            counts[2] += event.kind() == EventKind.RECEIPT ? 1 : 0;
        }
        byRun.forEach((run, counts) -> add(run, counts[0], counts[1], counts[2]));
    }

    private synchronized void add(long run, int messages, int parts, int receipts) {
        touch(run);
        if (messages + receipts > 0) {
            tempos.computeIfAbsent(run, fresh -> new Tempo(clock.instant()))
                    .add(messages, parts, receipts, clock.instant());
            if (tempos.size() > MOST_RUNS) {
                tempos.remove(tempos.keySet().iterator().next());
            }
        }
    }

    /** Something else about these runs is committed, such as clicks. */
    public synchronized void changed(Set<Long> runs) {
        runs.forEach(this::touch);
    }

    private void touch(long run) {
        if (changed.size() < MOST_CHANGED) {
            changed.add(run);
        }
    }

    /** The runs that changed since this was asked last. */
    public synchronized Set<Long> takeChanged() {
        Set<Long> taken = Set.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** How fast a run goes. */
    public synchronized Pace pace(long run) {
        Tempo tempo = tempos.get(run);
        return tempo == null ? Pace.NONE : tempo.pace(clock.instant());
    }
}
