package io.postrider.store;

import io.vertx.core.Future;
import java.time.Clock;

/** Makes the weekly partitions of the facts before they are needed: this week's and the next four. */
public final class Weeks {
    private static final int AHEAD = 4;
    private static final int SECONDS_A_WEEK = 7 * 24 * 60 * 60;
    private static final String MAKE = """
            select make_week(week) from generate_series($1::bigint, $2::bigint) as week
            """;
    private final Database database;
    private final Clock clock;

    public Weeks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The week of now: whole weeks since 1970-01-01 in UTC, which are also the high 32 bits of a run's id. */
    public static long current(Clock clock) {
        return Math.floorDiv(clock.instant().getEpochSecond(), SECONDS_A_WEEK);
    }

    /** Makes what is missing. To be called at the start and at least once a week; several servers may. */
    public Future<Void> makeAhead() {
        long week = current(clock);
        return database.query(MAKE, week, week + AHEAD).mapEmpty();
    }
}
