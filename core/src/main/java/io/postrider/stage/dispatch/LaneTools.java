package io.postrider.stage.dispatch;

import io.postrider.message.LaneStore;
import io.postrider.sender.Lease;
import io.postrider.sender.LeaseStore;
import io.postrider.sender.price.PriceBook;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every lane of a server works with.
 *
 * @param nanos a monotonic clock, for speed; the other one may step
 * @param prices what operators ask; the dispatcher keeps them up to date
 */
public record LaneTools(
        Vertx vertx,
        Clock clock,
        LongSupplier nanos,
        LaneStore store,
        LeaseStore leases,
        PriceBook prices,
        Halts halts,
        Drains drains) {
    private static final Logger LOG = LoggerFactory.getLogger(LaneTools.class);
    private static final int RENEWALS = 3;

    /** Lets the mailing of a run wait for a person, because a rule of a sender says so. */
    @FunctionalInterface
    public interface Halts {
        /**
         * Halts the mailing of a run.
         *
         * @param why the sender and what its operator said
         * @param decided when the error was seen; a person who has let the mailing go on since then knows of it
         */
        Future<Void> halt(long account, long run, String why, Instant decided);
    }

    /** Takes a sender out of service that has sent what was due. */
    @FunctionalInterface
    public interface Drains {
        /** Notes that it is drained, if nothing has come up meanwhile; says whether it is. */
        Future<Boolean> drained(Lease lease, Instant now);
    }

    /** Whether a lease that was renewed at this moment should be renewed again. */
    boolean isToRenew(long renewed) {
        return nanos.getAsLong() - renewed > leases.length().toNanos() / RENEWALS;
    }

    /** Halts runs as was decided. One that cannot be halted now will be at its next error. */
    void halt(Lease lease, String sender, Ledger.Decided decided) {
        decided.halts.forEach((run, why) -> halts.halt(lease.accountId(), run, sender + ": " + why, decided.at)
                .onFailure(problem -> LOG.error("run {} could not be halted", run, problem)));
    }
}
