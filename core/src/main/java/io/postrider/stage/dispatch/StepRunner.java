package io.postrider.stage.dispatch;

import io.postrider.message.LaneQuestions;
import io.postrider.message.LaneStore;
import io.postrider.message.LaneWrites;
import io.postrider.sender.Lease;
import io.postrider.sender.LeaseStore;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits a lane's steps one after another, each exactly once: when the answer to a commit is lost, the lease says whether
 * it landed. Waits for PostgreSQL as long as it takes; fails when the lease is lost or a step cannot be decided.
 */
final class StepRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);
    private static final long PAUSE_MILLIS = 500;
    private final Vertx vertx;
    private final LaneStore store;
    private final LeaseStore leases;
    private final Lease lease;
    private long step = 1;

    /** Somebody else sends for this sender now. */
    static final class LeaseLostException extends RuntimeException {
        private static final long serialVersionUID = 1;

        LeaseLostException(Lease lease) {
            super("sender " + lease.senderId() + " is no longer owned in epoch " + lease.epoch());
        }
    }

    /** What a step decided, so that a failed commit can be repeated without deciding again. */
    private static final class Decision {
        private @Nullable LaneWrites writes;
        private @Nullable RuntimeException failure;

        LaneWrites decide(Function<LaneStore.Answers, LaneWrites> decide, LaneStore.Answers answers) {
            try {
                LaneWrites decided = decide.apply(answers);
                writes = decided;
                return decided;
            } catch (RuntimeException bug) {
                failure = bug;
                throw bug;
            }
        }
    }

    StepRunner(Vertx vertx, LaneStore store, LeaseStore leases, Lease lease) {
        this.vertx = vertx;
        this.store = store;
        this.leases = leases;
        this.lease = lease;
    }

    /** One step; to be called again only when the one before has completed. */
    Future<Void> run(LaneQuestions questions, Function<LaneStore.Answers, LaneWrites> decide) {
        Decision decision = new Decision();
        Supplier<Future<Void>> commit =
                () -> store.step(lease, step, questions, answers -> decision.decide(decide, answers));
        return attempt(commit, decision).onSuccess(done -> step++);
    }

    /** Marks as in doubt what an earlier owner released and left without an outcome. */
    Future<Void> recover(Instant now) {
        return store.recover(lease, step, now).compose(found -> {
            step++;
            if (found.count() > 0) {
                LOG.warn("{} messages of sender {} are in doubt after a restart", found.count(), lease.senderId());
            }
            return found.isLast() ? Future.succeededFuture() : recover(now);
        });
    }

    private Future<Void> attempt(Supplier<Future<Void>> commit, Decision decision) {
        return commit.get().recover(problem -> {
            if (LeaseStore.isLost(problem) || problem instanceof LeaseLostException) {
                return Future.failedFuture(new LeaseLostException(lease));
            }
            if (decision.failure != null) {
                return Future.failedFuture(decision.failure);
            }
            LOG.warn("a step of sender {} failed and will be tried again", lease.senderId(), problem);
            LaneWrites writes = decision.writes;
            return pause().compose(ignored -> attempt(writes == null ? commit : () -> repeat(writes), decision));
        });
    }

    private Future<Void> repeat(LaneWrites writes) {
        return leases.step(lease).compose(stored -> {
            if (stored.isEmpty()) {
                return Future.failedFuture(new LeaseLostException(lease));
            }
            return stored.get() == step ? Future.succeededFuture() : store.write(lease, step, writes);
        });
    }

    private Future<Void> pause() {
        Promise<Void> over = Promise.promise();
        vertx.setTimer(PAUSE_MILLIS, timer -> over.complete());
        return over.future();
    }
}
