package io.postrider.message;

import io.postrider.job.Job;
import io.postrider.job.JobState;
import io.postrider.job.JobStep;
import io.postrider.job.JobStore;
import io.postrider.message.DoubtAct.Action;
import io.postrider.store.Database;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decisions about many messages in doubt at once, as jobs: everything that a search finds and that was there when it was asked. */
public final class DoubtJobs {
    /** Kind of these jobs. */
    public static final String KIND = "doubts";

    private static final int AT_ONCE = 200;
    private final Database database;
    private final JobStore jobs;
    private final DoubtListStore list;
    private final DoubtDecisionStore hands;

    /** What a step came to. */
    public record Step(Optional<DoubtDecisionStore.Done> done, boolean cancelled, Job job) {
        /** Whether there is nothing more to do. */
        public boolean isLast() {
            return done.isEmpty() || cancelled;
        }
    }

    public DoubtJobs(Database database, JobStore jobs, DoubtListStore list, DoubtDecisionStore hands) {
        this.database = database;
        this.jobs = jobs;
        this.list = list;
        this.hands = hands;
    }

    /** Writes the decision down and a job that carries it out. */
    public Future<Job> start(DoubtAct act, DoubtSearch search) {
        return Future.all(hands.decide(act), list.count(search)).compose(both -> {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("action", act.action().word());
            parameters.put("reason", act.reason());
            parameters.put("login", act.login());
            parameters.put("evenIfLate", act.evenIfLate());
            parameters.put("decision", Long.toString(both.resultAt(0)));
            parameters.put("count", Long.toString(both.resultAt(1)));
            put(parameters, "mailingId", search.mailingId());
            put(parameters, "runId", search.runId());
            put(parameters, "senderId", search.senderId());
            put(parameters, "phone", search.phone());
            put(parameters, "from", search.from());
            put(parameters, "to", search.to());
            put(
                    parameters,
                    "state",
                    search.state() == null ? null : search.state().word());
            return jobs.create(act.accountId(), KIND, parameters, act.userId(), act.at());
        });
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    /** A job that waits, or one whose server died; the caller's own are left alone. */
    public Future<Optional<Job>> claim(Instant now, Instant abandonedSince, Set<Long> own) {
        return jobs.claim(KIND, now, abandonedSince, own);
    }

    /** Carries a claimed job on by some messages. What a killed step had done already is found done and left. */
    public Future<Step> step(Job job, Instant now) {
        long before = job.position() == 0 ? Long.MAX_VALUE : job.position();
        return list.ids(search(job), before, AT_ONCE).compose(ids -> {
            if (ids.isEmpty()) {
                return Future.succeededFuture(new Step(Optional.empty(), false, job));
            }
            long decision = Long.parseLong(text(job, "decision").orElseThrow());
            return hands.handle(act(job, now), decision, ids).compose(done -> advance(job, ids, done, now));
        });
    }

    private Future<Step> advance(Job job, List<Long> ids, DoubtDecisionStore.Done done, Instant now) {
        Map<String, Long> progress = new HashMap<>(job.progress());
        progress.merge("done", (long) done.done().size(), Long::sum);
        progress.merge("left", (long) done.left().size(), Long::sum);
        done.left().forEach(left -> progress.merge(left.why().code(), 1L, Long::sum));
        progress.merge("rows", (long) ids.size(), Long::sum);
        // what is read of the whole, as the share of a job is counted
        progress.merge("bytesRead", (long) ids.size(), Long::sum);
        progress.put("bytes", Long.valueOf(text(job, "count").orElse("0")));
        long position = ids.get(ids.size() - 1);
        JobStep step = new JobStep(job, position, progress, List.of());
        return database.inTransaction(connection -> JobStore.advance(connection, step, now))
                .map(cancelled -> new Step(Optional.of(done), cancelled, moved(job, position, progress)));
    }

    private static Job moved(Job job, long position, Map<String, Long> progress) {
        return new Job(
                job.accountId(),
                job.id(),
                job.kind(),
                job.state(),
                job.parameters(),
                progress,
                position,
                job.problem(),
                job.cancelAsked(),
                job.claim(),
                job.startedBy(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                job.seenAt());
    }

    /** Ends a job. */
    public Future<Void> end(Job job, boolean cancelled, Instant now) {
        return jobs.end(job, cancelled ? JobState.CANCELLED : JobState.FINISHED, null, now);
    }

    /** Lets another server, or this one after its restart, go on. */
    public Future<Void> release(Job job) {
        return jobs.release(job);
    }

    private static DoubtAct act(Job job, Instant now) {
        return new DoubtAct(
                job.accountId(),
                Action.of(text(job, "action").orElseThrow()),
                job.startedBy(),
                text(job, "login").orElse(""),
                text(job, "reason").orElse(""),
                text(job, "evenIfLate").filter("true"::equals).isPresent(),
                false,
                now);
    }

    /** Doubts that came after the question are nobody's decision. */
    private static DoubtSearch search(Job job) {
        Instant asked = job.createdAt();
        Instant to = value(job, "to", Instant::parse);
        return new DoubtSearch(
                job.accountId(),
                value(job, "mailingId", Long::valueOf),
                value(job, "runId", Long::valueOf),
                value(job, "senderId", Long::valueOf),
                value(job, "state", DoubtState::of),
                value(job, "phone", Long::valueOf),
                value(job, "from", Instant::parse),
                to == null || to.isAfter(asked) ? asked : to);
    }

    private static <T> @Nullable T value(Job job, String name, Function<String, T> read) {
        return text(job, name).map(read).orElse(null);
    }

    private static Optional<String> text(Job job, String name) {
        return Optional.ofNullable(job.parameters().get(name)).map(String::valueOf);
    }
}
