package io.postrider.simulator.smsc;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Things that happen later. What is due in the same millisecond happens in the order it was put in. One timer serves all.
 * Confined to the event loop.
 */
final class Agenda {
    private final Vertx vertx;
    private final Clock clock;
    private final Runnable turnEnded;
    private final TreeMap<Long, List<Task>> days = new TreeMap<>();
    private long size;
    private long armedFor = Long.MAX_VALUE;
    private long timer = -1;

    /** Something to do, and when; asked for the time again after the behaviour was changed. */
    interface Task {
        /** In milliseconds since 1970. */
        long dueAt();

        /** Does it. */
        void happen();

        /** Whether a reset forgets it. */
        default boolean isForgotten() {
            return true;
        }
    }

    /** @param turnEnded called after a row of tasks */
    Agenda(Vertx vertx, Clock clock, Runnable turnEnded) {
        this.vertx = vertx;
        this.clock = clock;
        this.turnEnded = turnEnded;
    }

    /** Puts it down; what is due already happens in the next turn of the loop. */
    void add(Task task) {
        put(task);
        arm();
    }

    private void put(Task task) {
        days.computeIfAbsent(task.dueAt(), due -> new ArrayList<>(4)).add(task);
        size++;
    }

    long size() {
        return size;
    }

    /** Forgets what a reset forgets. */
    void clear() {
        replan(true);
    }

    /** Asks everything again when it is due. */
    void replan() {
        replan(false);
    }

    private void replan(boolean forget) {
        List<List<Task>> all = List.copyOf(days.values());
        days.clear();
        size = 0;
        for (List<Task> day : all) {
            for (Task task : day) {
                if (!forget || !task.isForgotten()) {
                    put(task);
                }
            }
        }
        release();
    }

    private void release() {
        boolean happened = false;
        for (Map.Entry<Long, List<Task>> first = due(); first != null; first = due()) {
            days.remove(first.getKey());
            size -= first.getValue().size();
            first.getValue().forEach(Task::happen);
            happened = true;
        }
        if (happened) {
            turnEnded.run();
        }
        arm();
    }

    private Map.@Nullable Entry<Long, List<Task>> due() {
        Map.Entry<Long, List<Task>> first = days.firstEntry();
        return first != null && first.getKey() <= clock.millis() ? first : null;
    }

    private void arm() {
        if (days.isEmpty() || days.firstKey() >= armedFor) {
            return;
        }
        vertx.cancelTimer(timer);
        armedFor = days.firstKey();
        timer = vertx.setTimer(Math.max(1, armedFor - clock.millis()), fired -> {
            armedFor = Long.MAX_VALUE;
            release();
        });
    }
}
