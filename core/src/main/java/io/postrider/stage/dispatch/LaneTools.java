package io.postrider.stage.dispatch;

import io.postrider.message.LaneStore;
import io.postrider.sender.LeaseStore;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What every lane of a server works with.
 *
 * @param nanos a monotonic clock, for speed; the other one may step
 */
public record LaneTools(
        Vertx vertx, Clock clock, LongSupplier nanos, LaneStore store, LeaseStore leases, RetryPolicy retries) {
    private static final int RENEWALS = 3;

    /** Whether a lease that was renewed at this moment should be renewed again. */
    boolean isToRenew(long renewed) {
        return nanos.getAsLong() - renewed > leases.length().toNanos() / RENEWALS;
    }
}
