package io.postrider.stage.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts wrong codes by origin, so that nobody finds right ones by trying. */
final class WrongCodes {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_ORIGINS = 100_000;
    private final int most;
    private final Cache<String, AtomicInteger> counts;

    /** @param most wrong codes that an origin may try in a minute */
    WrongCodes(int most, Clock clock) {
        this.most = most;
        this.counts = Caffeine.newBuilder()
                .maximumSize(MOST_ORIGINS)
                .expireAfterWrite(PERIOD)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Whether an origin has tried too many. */
    boolean tooMany(String origin) {
        AtomicInteger count = counts.getIfPresent(origin);
        return count != null && count.get() >= most;
    }

    /** Counts one; the minute begins with the first. */
    void another(String origin) {
        counts.get(origin, ignored -> new AtomicInteger()).incrementAndGet();
    }
}
