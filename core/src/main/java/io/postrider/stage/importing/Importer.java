package io.postrider.stage.importing;

import io.postrider.job.Job;
import io.postrider.job.JobProblem;
import io.postrider.job.JobReason;
import io.postrider.job.JobState;
import io.postrider.job.JobStore;
import io.postrider.plugin.api.RowException;
import io.postrider.plugin.api.SettingException;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.refusal.Refusal;
import io.postrider.resource.ProfileBatchStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up imports that wait or were abandoned and carries them to their end. Everything it knows stands in the job, so a killed
 * importer's work goes on elsewhere behind the last slice that was committed.
 */
public final class Importer {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
    private static final int MOST_CLAIMS = 20;
    private final JobStore jobs;
    private final ImportOpening opening;
    private final ProfileBatchStore batches;
    private final HintQueue queue;
    private final Clock clock;
    private final Duration abandonedAfter;
    private final int mostAtOnce;
    private final Map<Long, Future<Void>> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /**
     * @param abandonedAfter a running job without progress for so long is taken over
     * @param mostAtOnce imports that run at the same time; each holds a slice or two in memory
     */
    public Importer(
            JobStore jobs,
            ImportOpening opening,
            ProfileBatchStore batches,
            HintQueue queue,
            Clock clock,
            Duration abandonedAfter,
            int mostAtOnce) {
        this.jobs = jobs;
        this.opening = opening;
        this.batches = batches;
        this.queue = queue;
        this.clock = clock;
        this.abandonedAfter = abandonedAfter;
        this.mostAtOnce = mostAtOnce;
    }

    /** Takes up as many imports as may run at once; completes when they are taken up, not when they end. */
    public Future<Void> look() {
        if (stopping || running.size() >= mostAtOnce) {
            return Future.succeededFuture();
        }
        return claim().compose(job -> {
            if (job.isEmpty()) {
                return Future.succeededFuture();
            }
            begin(job.get());
            return look();
        });
    }

    private Future<Optional<Job>> claim() {
        return jobs.claim(
                ImportPlan.JOB, clock.instant(), clock.instant().minus(abandonedAfter), Set.copyOf(running.keySet()));
    }

    private void begin(Job job) {
        Future<Void> run = run(job);
        running.put(job.id(), run);
        run.onComplete(done -> {
            running.remove(job.id());
            queue.hint(Topic.JOB_CHANGED, job.id());
            queue.hint(Topic.JOB_WAITING, job.id());
        });
    }

    /** Stops after the slices under way; the imports wait to be taken up again. */
    public Future<Void> stop() {
        stopping = true;
        return Future.join(java.util.List.copyOf(running.values()))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    /** Carries one claimed import on; completes when it is over, given back or lost, and fails never. */
    Future<Void> run(Job job) {
        queue.hint(Topic.JOB_CHANGED, job.id());
        LOG.info("import {} begins at {}", job.id(), job.position());
        if (job.claim() > MOST_CLAIMS) {
            return end(job, JobState.FAILED, problem(Refusal.of(ImportReason.FAILED)));
        }
        ImportPlan plan = ImportPlan.of(new JsonObject(new HashMap<>(job.parameters())));
        return opening.open(job, plan)
                .compose(opened ->
                        through(job, opened).eventually(() -> opened.reader().close()))
                .compose(end -> ended(job, end))
                .recover(problem -> failed(job, problem));
    }

    private Future<ImportRun.End> through(Job job, ImportOpening.Opened opened) {
        ImportProgress progress = new ImportProgress(job, opened.bytes());
        ImportRun run = new ImportRun(
                opened.reader(),
                batches,
                opened.database(),
                opened.mode(),
                progress,
                () -> stopping,
                () -> queue.hint(Topic.JOB_CHANGED, job.id()));
        return jobs.note(job, "header", opened.columns()).compose(ignored -> run.run());
    }

    private Future<Void> ended(Job job, ImportRun.End end) {
        return switch (end) {
            case FINISHED -> batches.refreshStatistics().compose(ignored -> end(job, JobState.FINISHED, null));
            case CANCELLED -> end(job, JobState.CANCELLED, null);
            case INTERRUPTED -> jobs.release(job);
        };
    }

    private Future<Void> end(Job job, JobState state, @Nullable JobProblem problem) {
        LOG.info("import {} is {}", job.id(), state.word());
        return jobs.end(job, state, problem, clock.instant());
    }

    private Future<Void> failed(Job job, Throwable thrown) {
        if (thrown instanceof Refusal refusal && refusal.reason() == JobReason.TAKEN_OVER) {
            LOG.info("import {} goes on elsewhere", job.id());
            return Future.succeededFuture();
        }
        JobProblem problem = problem(thrown);
        if (problem == null) {
            LOG.error("import {} stopped and will be tried again", job.id(), thrown);
            return Future.succeededFuture();
        }
        return end(job, JobState.FAILED, problem).recover(lost -> {
            LOG.error("import {} could not be ended and will be tried again", job.id(), lost);
            return Future.succeededFuture();
        });
    }

    /** What a person can be told; null when trying again may help. */
    private static @Nullable JobProblem problem(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return new JobProblem(refusal.reason().code(), text(refusal), refusal.parameters());
        }
        if (thrown instanceof RowException unreadable) {
            Map<String, String> line =
                    unreadable.line() > 0 ? Map.of("line", Long.toString(unreadable.line())) : Map.of();
            return new JobProblem(unreadable.code(), text(unreadable), line);
        }
        if (thrown instanceof SettingException wrong) {
            return new JobProblem(ImportReason.SETTING_WRONG.code(), text(wrong), Map.of("sentence", text(wrong)));
        }
        return null;
    }

    private static String text(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }
}
