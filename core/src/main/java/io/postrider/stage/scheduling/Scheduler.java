package io.postrider.stage.scheduling;

import io.postrider.mailing.Chunk;
import io.postrider.mailing.ChunkSize;
import io.postrider.mailing.Launch;
import io.postrider.mailing.MailingStore;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunStore;
import io.postrider.message.MessageState;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.report.FigureStore;
import io.postrider.resource.Audience;
import io.postrider.resource.AudienceStore;
import io.postrider.resource.ContactRange;
import io.postrider.sender.SenderStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens runs whose time has come, cuts their audience into chunks, and moves them on as their messages do. Every step is
 * guarded in the database, so several schedulers may run at once and a killed one leaves nothing half done.
 */
public final class Scheduler {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private final MailingStore mailings;
    private final RunStore runs;
    private final AudienceStore audiences;
    private final FigureStore figures;
    private final Launch launch;
    private final HintQueue queue;
    private final Clock clock;
    private final RunSpeed speed;
    private final int contactsPerChunk;

    /** @param contactsPerChunk at most; fewer when a sender is slow */
    public Scheduler(
            MailingStore mailings,
            RunStore runs,
            AudienceStore audiences,
            SenderStore senders,
            FigureStore figures,
            Launch launch,
            HintQueue queue,
            Clock clock,
            int contactsPerChunk) {
        this.mailings = mailings;
        this.runs = runs;
        this.audiences = audiences;
        this.speed = new RunSpeed(runs, senders);
        this.figures = figures;
        this.launch = launch;
        this.queue = queue;
        this.clock = clock;
        this.contactsPerChunk = contactsPerChunk;
    }

    /** Opens what is due, then looks at every open run once; completes when all of that is done. */
    public Future<Void> tick() {
        return mailings.due(clock.instant())
                .compose(due -> oneByOne(due, mailing -> launch.start(mailing.accountId(), mailing.mailingId())))
                .compose(ignored -> runs.open())
                .compose(open -> oneByOne(open, this::moveOn));
    }

    /** Takes a run as far as it can go now. */
    Future<Void> moveOn(Run run) {
        return switch (run.state()) {
            case MEASURING -> measure(run);
            case RENDERING -> next(run, runs.rendered(run, clock.instant()));
            case SENDING -> next(run, runs.finished(run, clock.instant()));
            case FINISHED -> restIfDone(run);
            case RESTED -> Future.succeededFuture();
        };
    }

    private Future<Void> next(Run run, Future<Boolean> step) {
        return step.compose(moved -> moved ? changed(run).compose(this::moveOn) : Future.succeededFuture());
    }

    private Future<Run> changed(Run run) {
        queue.hint(Topic.RUN_CHANGED, run.id());
        return runs.get(run.accountId(), run.id());
    }

    private Future<Void> measure(Run run) {
        if (run.isTest()) {
            Chunk everybody = new Chunk(run.accountId(), run.id(), 0, 0, Long.MAX_VALUE, 0, 0);
            return measured(run, 0, 0, List.of(everybody));
        }
        Instant begin = clock.instant();
        Audience audience = new Audience(run.accountId(), run.resourceId(), run.channel(), run.databaseId());
        return audiences
                .withoutContact(audience)
                .compose(without -> cut(run, audience).compose(ranges -> {
                    List<Chunk> chunks = new ArrayList<>();
                    ranges.forEach(range -> chunks.add(new Chunk(
                            run.accountId(), run.id(), 0, range.from(), range.to(), range.received(), range.found())));
                    Collections.shuffle(chunks, new Random(run.seed()));
                    long millis = clock.instant().toEpochMilli() - begin.toEpochMilli();
                    return measured(run, millis, without, chunks);
                }));
    }

    private Future<List<ContactRange>> cut(Run run, Audience audience) {
        return speed.limits(run)
                .map(limits -> ChunkSize.forSpeed(contactsPerChunk, limits))
                .otherwise(contactsPerChunk)
                .compose(contacts -> audiences.cut(audience, contacts));
    }

    private Future<Void> measured(Run run, long millis, long without, List<Chunk> chunks) {
        return runs.measured(run, millis, without, chunks).compose(moved -> {
            if (!moved) {
                return Future.succeededFuture();
            }
            LOG.info("run {} of mailing {} is cut into {} chunks", run.id(), run.mailingId(), chunks.size());
            queue.hint(Topic.CHUNKS_READY, run.id());
            return changed(run).compose(this::moveOn);
        });
    }

    private Future<Void> restIfDone(Run run) {
        return figures.of(run).compose(now -> {
            boolean waiting = now.in(MessageState.WAITING) > 0 || now.in(MessageState.SUBMITTED) > 0;
            return waiting ? Future.succeededFuture() : next(run, runs.rested(run, clock.instant()));
        });
    }

    private <T> Future<Void> oneByOne(List<T> all, Function<T, Future<Void>> step) {
        Future<Void> done = Future.succeededFuture();
        for (T each : all) {
            done = done.compose(ignored -> step.apply(each)).recover(problem -> {
                LOG.error("a run could not be moved on and will be tried again: {}", each, problem);
                return Future.succeededFuture();
            });
        }
        return done;
    }
}
