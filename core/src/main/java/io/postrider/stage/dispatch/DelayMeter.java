package io.postrider.stage.dispatch;

import io.postrider.sender.SenderActivity.Delay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long something takes, by samples of the last minutes. What never ends is forgotten, so it stays small. */
final class DelayMeter<K> {
    private static final int OPEN = 1_000;
    private static final int KEPT = 500;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int PERCENT = 100;
    private static final int HALF = 50;
    private static final int HIGH = 95;
    private static final int HIGHEST = 99;
    private final Map<K, Instant> open = new LinkedHashMap<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private @Nullable Delay summary;
    private long second = Long.MIN_VALUE;

    private record Sample(Instant at, Duration took) {}

    /** It begins. */
    void begin(K key, Instant now) {
        open.put(key, now);
        if (open.size() > OPEN) {
            open.remove(open.keySet().iterator().next());
        }
    }

    /** It has ended; nothing happens if nobody saw it begin. */
    void end(K key, Instant now) {
        Instant began = open.remove(key);
        if (began != null) {
            samples.addLast(new Sample(now, Duration.between(began, now)));
            if (samples.size() > KEPT) {
                samples.removeFirst();
            }
        }
    }

    /** It will not end in a way that counts. */
    void forget(K key) {
        open.remove(key);
    }

    /** Median, 95th and 99th percentile, at most a second old; null while there is no sample. */
    @Nullable Delay summary(Instant now) {
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            summary = summarise(now);
        }
        return summary;
    }

    private @Nullable Delay summarise(Instant now) {
        Instant oldest = now.minus(WINDOW);
        while (!samples.isEmpty() && samples.getFirst().at().isBefore(oldest)) {
            samples.removeFirst();
        }
        if (samples.isEmpty()) {
            return null;
        }
        Duration[] sorted = samples.stream().map(Sample::took).sorted().toArray(Duration[]::new);
        return new Delay(
                percentile(sorted, HALF), percentile(sorted, HIGH), percentile(sorted, HIGHEST), sorted.length);
    }

    private static Duration percentile(Duration[] sorted, int percent) {
        return sorted[(sorted.length - 1) * percent / PERCENT];
    }
}
