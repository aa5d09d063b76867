package io.postrider.job;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes on in the background, by HTTP. */
public final class JobApi implements Api {
    private final JobStore store;
    private final HintQueue queue;

    public JobApi(JobStore store, HintQueue queue) {
        this.store = store;
        this.queue = queue;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listJobs", this::list,
                "getJob", this::get,
                "cancelJob", this::cancel,
                "downloadRejectedRows", this::rejected);
    }

    private Future<Answer> list(Call call) {
        String kind = call.query("kind").orElse("");
        String state = call.query("state").orElse("");
        return Page.of(
                call.paging(),
                (after, limit) -> store.page(call.account(), after == 0 ? Long.MAX_VALUE : after, kind, state, limit),
                Job::id,
                JobApi::json);
    }

    private Future<Answer> get(Call call) {
        return store.get(call.account(), call.id("id")).map(job -> Answer.of(json(job)));
    }

    private Future<Answer> cancel(Call call) {
        return store.cancel(call.account(), call.id("id"), call.now()).map(job -> {
            queue.hint(Topic.JOB_CHANGED, job.id());
            return Answer.of(json(job));
        });
    }

    private Future<Answer> rejected(Call call) {
        return store.get(call.account(), call.id("id"))
                .map(job -> Answer.file(
                        "rejected-rows-" + job.id() + ".csv",
                        "text/csv; charset=utf-8",
                        new RejectedRowsCsv(store, job)));
    }

    /** A job as people see it. */
    public static JsonObject json(Job job) {
        JobProblem problem = job.problem();
        JobPace pace = JobPace.of(job);
        JsonObject progress = new JsonObject();
        new TreeMap<>(job.progress()).forEach(progress::put);
        List.of("rows", "added", "updated", "skipped", "rejected", "withoutPhone", "subscribed", "bytesRead", "bytes")
                .forEach(name -> progress.put(name, job.progress().getOrDefault(name, 0L)));
        return new JsonObject()
                .put("id", Long.toString(job.id()))
                .put("kind", job.kind())
                .put("state", job.state().word())
                .put("cancelAsked", job.cancelAsked())
                .put("parameters", new JsonObject(new TreeMap<>(job.parameters())))
                .put("progress", progress)
                .put("percent", pace.percent())
                .put("rowsPerSecond", pace.rowsPerSecond())
                .put("secondsLeft", pace.secondsLeft() < 0 ? null : pace.secondsLeft())
                .put(
                        "problem",
                        problem == null
                                ? null
                                : new JsonObject()
                                        .put("code", problem.code())
                                        .put("detail", problem.sentence())
                                        .put("parameters", new JsonObject(new TreeMap<>(problem.parameters()))))
                .put("startedBy", Long.toString(job.startedBy()))
                .put("createdAt", job.createdAt().toString())
                .put(
                        "startedAt",
                        job.startedAt() == null ? null : job.startedAt().toString())
                .put("endedAt", job.endedAt() == null ? null : job.endedAt().toString());
    }
}
