package io.postrider.stage.receipt;

import io.postrider.job.Job;
import io.postrider.job.JobReason;
import io.postrider.message.DoubtDecisionStore;
import io.postrider.message.DoubtJobs;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what people decided about many messages in doubt at once, one job after another. */
public final class DoubtWorker {
    private static final Logger LOG = LoggerFactory.getLogger(DoubtWorker.class);
    private final DoubtJobs jobs;
    private final HintQueue queue;
    private final Clock clock;
    private final Duration abandonedAfter;
    private volatile boolean stopping;

    /** @param abandonedAfter a running job without progress for so long is taken over */
    public DoubtWorker(DoubtJobs jobs, HintQueue queue, Clock clock, Duration abandonedAfter) {
        this.jobs = jobs;
        this.queue = queue;
        this.clock = clock;
        this.abandonedAfter = abandonedAfter;
    }

    /** Does all that waits; completes when nothing does. */
    public Future<Void> look() {
        if (stopping) {
            return Future.succeededFuture();
        }
        return jobs.claim(clock.instant(), clock.instant().minus(abandonedAfter), Set.of())
                .compose(job -> job.isEmpty()
                        ? Future.succeededFuture()
                        : run(job.get())
                                .recover(problem -> lost(job.get(), problem))
                                .compose(done -> look()));
    }

    /** Stops after the step under way; the job goes on later. */
    public void stop() {
        stopping = true;
    }

    private Future<Void> run(Job job) {
        queue.hint(Topic.JOB_CHANGED, job.id());
        if (stopping) {
            return jobs.release(job);
        }
        return jobs.step(job, clock.instant()).compose(step -> {
            step.done().ifPresent(this::tell);
            return step.isLast()
                    ? jobs.end(step.job(), step.cancelled(), clock.instant())
                            .onSuccess(ended -> queue.hint(Topic.JOB_CHANGED, job.id()))
                    : run(step.job());
        });
    }

    private void tell(DoubtDecisionStore.Done done) {
        done.senders().forEach(sender -> queue.hint(Topic.MESSAGES_READY, sender));
        done.runs().forEach(run -> queue.hint(Topic.RUN_CHANGED, run));
    }

    private static Future<Void> lost(Job job, Throwable problem) {
        if (problem instanceof Refusal refusal && refusal.reason() == JobReason.TAKEN_OVER) {
            LOG.info("job {} goes on elsewhere", job.id());
            return Future.succeededFuture();
        }
        return Future.failedFuture(problem);
    }
}
