package io.postrider.stage.receipt;

import io.postrider.message.LaneStore;
import io.postrider.message.MessageEvent;
import io.postrider.message.MessageTrack;
import io.postrider.message.OnlyDoubt;
import io.postrider.message.OperatorReceipt;
import io.postrider.message.SweepStore;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.sender.price.PriceBook;
import io.postrider.sender.price.PriceList;
import io.postrider.store.Weeks;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what waits in vain. A submitted message without a receipt is given up when its validity and a grace have passed; a
 * parked receipt is joined when its message can be told by now, passed on if that is another sender's, and forgotten after a
 * long time. Messages that a lane may still have in memory are left alone.
 */
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int MESSAGES_AT_ONCE = 5_000;
    private static final int RECEIPTS_AT_ONCE = 500;
    private static final long WEEKS_LOOKED_BACK = 3;
    private static final int WEEK_SHIFT = 32;

    private final SweepStore store;
    private final PriceBook prices;
    private final HintQueue queue;
    private final Clock clock;
    private final Duration grace;
    private final Duration quiet;
    private final Duration kept;

    /**
     * @param prices what operators ask; somebody else keeps them up to date
     * @param grace how long after its validity a message may still get its receipt
     * @param quiet messages to which something happened more recently are left to their lane; more than five minutes
     * @param kept parked receipts are forgotten after this
     */
    public Sweeper(
            SweepStore store,
            PriceBook prices,
            HintQueue queue,
            Clock clock,
            Duration grace,
            Duration quiet,
            Duration kept) {
        this.store = store;
        this.prices = prices;
        this.queue = queue;
        this.clock = clock;
        this.grace = grace;
        this.quiet = quiet;
        this.kept = kept;
    }

    /** Looks at everything once. */
    public Future<Void> sweep() {
        Instant now = clock.instant();
        return store.overdue(now.minus(grace))
                .compose(runs -> oneByOne(runs, run -> giveUp(run, 0, now)))
                .compose(ignored -> store.forget(now.minus(kept)))
                .compose(ignored -> store.parking(now.minus(kept), now))
                .compose(parkings -> oneByOne(parkings, parking -> passOn(parking, 0, now)))
                .compose(ignored -> store.parking(now.minus(kept), now.minus(quiet)))
                .compose(parkings -> oneByOne(parkings, parking -> join(parking, 0, now)));
    }

    private Future<Void> giveUp(SweepStore.Overdue run, long after, Instant now) {
        Instant quietSince = now.minus(grace).minusSeconds(run.validitySeconds());
        Instant untouched = now.minus(quiet);
        return store.window(run, after, MESSAGES_AT_ONCE).compose(last -> {
            if (last == 0) {
                return Future.succeededFuture();
            }
            return store.noReceipt(run, after, last, quietSince.isBefore(untouched) ? quietSince : untouched, now)
                    .compose(count -> {
                        if (count > 0) {
                            LOG.info("{} messages of run {} got no receipt in time", count, run.runId());
                            queue.hint(Topic.RUN_CHANGED, run.runId());
                        }
                        return giveUp(run, last, now);
                    });
        });
    }

    private Future<Void> join(SweepStore.Parking parking, long after, Instant now) {
        return store.join(
                        parking,
                        page(after, now.minus(quiet)),
                        (receipt, answers) -> events(receipt, answers, prices.of(parking.senderId()), now))
                .compose(joined -> {
                    if (joined.found() > 0) {
                        LOG.info(
                                "{} parked receipts of sender {} found their message",
                                joined.found(),
                                parking.senderId());
                    }
                    return joined.last() == 0 ? Future.succeededFuture() : join(parking, joined.last(), now);
                });
    }

    /** What came here before the message's own sender knew the operator's id of it. */
    private Future<Void> passOn(SweepStore.Parking parking, long after, Instant now) {
        return store.passOn(parking, page(after, now)).compose(passed -> {
            passed.senders().forEach(sender -> queue.hint(Topic.MESSAGES_READY, sender));
            return passed.last() == 0 ? Future.succeededFuture() : passOn(parking, passed.last(), now);
        });
    }

    private SweepStore.Page page(long after, Instant to) {
        long sinceRun = (Weeks.current(clock) - WEEKS_LOOKED_BACK) << WEEK_SHIFT;
        return new SweepStore.Page(after, clock.instant().minus(kept), to, RECEIPTS_AT_ONCE, sinceRun);
    }

    private Optional<List<MessageEvent>> events(
            OperatorReceipt receipt, LaneStore.Answers answers, PriceList prices, Instant now) {
        MessageTrack.Part part = answers.byKey().get(receipt.operatorKey());
        if (part != null) {
            return Optional.of(part)
                    .filter(found -> isUntouched(found.message(), now))
                    .map(found -> found.message().receipt(now, found.part(), receipt));
        }
        List<MessageTrack> ofPhone = answers.inDoubt().getOrDefault(receipt.contactKey(), List.of());
        return OnlyDoubt.of(ofPhone, receipt)
                .filter(message -> isUntouched(message, now))
                .map(message -> message.resolved(now, receipt, prices));
    }

    private boolean isUntouched(MessageTrack message, Instant now) {
        return !message.changedAt().isAfter(now.minus(quiet))
                || message.changedAt().equals(now);
    }

    private static <T> Future<Void> oneByOne(List<T> all, Function<T, Future<Void>> step) {
        Future<Void> done = Future.succeededFuture();
        for (T each : all) {
            done = done.compose(ignored -> step.apply(each)).recover(problem -> {
                LOG.error("sweeping {} failed and will be tried again", each, problem);
                return Future.succeededFuture();
            });
        }
        return done;
    }
}
