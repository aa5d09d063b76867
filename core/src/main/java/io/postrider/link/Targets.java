package io.postrider.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Targets that are known without asking the database. The first link of a run that is asked for brings all that are the same
 * for everybody, so that they keep working while the database is away. Safe for any thread.
 */
public final class Targets {
    private static final int MOST_RANGES = 100_000;
    private static final int MOST_PERSONAL = 100_000;
    private static final int MOST_RECENT_RUNS = 1000;
    private final LinkStore store;
    private final NavigableMap<Long, Known> ranges = new ConcurrentSkipListMap<>();
    private final Cache<Long, List<String>> personal =
            Caffeine.newBuilder().maximumSize(MOST_PERSONAL).build();

    /** Messages of one run up to a number, and the run's targets. */
    private record Known(long last, RunLinks run) {}

    public Targets(LinkStore store) {
        this.store = store;
    }

    /** Learns the links of runs that were opened since an instant. */
    public Future<Void> learn(Instant since) {
        return store.runsSince(since, MOST_RECENT_RUNS).map(runs -> {
            runs.forEach(this::keep);
            return null;
        });
    }

    /** Where a link leads; fails when it is not known and the database is out of reach. */
    public Future<Optional<Target>> find(Place place) {
        RunLinks known = known(place.message());
        if (known != null) {
            return target(known, place);
        }
        return store.runOf(place.message())
                .compose(run -> run.map(found -> target(keep(found), place))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private @Nullable RunLinks known(long message) {
        Map.Entry<Long, Known> nearest = ranges.floorEntry(message);
        return nearest != null && nearest.getValue().last() >= message
                ? nearest.getValue().run()
                : null;
    }

    private RunLinks keep(RunLinks run) {
        run.ranges().forEach(range -> ranges.put(range.first(), new Known(range.last(), run)));
        for (int tooMany = ranges.size() - MOST_RANGES; tooMany > 0; tooMany--) {
            ranges.pollFirstEntry();
        }
        return run;
    }

    private Future<Optional<Target>> target(RunLinks run, Place place) {
        if (!place.isPersonal()) {
            return Future.succeededFuture(target(run, run.urls(), place.link()));
        }
        List<String> known = personal.getIfPresent(place.message());
        Future<List<String>> urls = known != null
                ? Future.succeededFuture(known)
                : store.personal(run.accountId(), run.runId(), place.message())
                        .onSuccess(found -> personal.put(place.message(), found));
        return urls.map(found -> target(run, found, place.link() - Place.FIRST_PERSONAL));
    }

    private static Optional<Target> target(RunLinks run, List<String> urls, int index) {
        return index < urls.size()
                ? Optional.of(new Target(run.accountId(), run.runId(), urls.get(index)))
                : Optional.empty();
    }
}
