package io.postrider.message;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.job.JobApi;
import io.postrider.message.DoubtAct.Action;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Messages in doubt by HTTP, and what people decide about them. */
public final class DoubtApi implements Api {
    private final DoubtListStore list;
    private final DoubtDecisionStore hands;
    private final DoubtJobs jobs;
    private final HintQueue queue;

    public DoubtApi(DoubtListStore list, DoubtDecisionStore hands, DoubtJobs jobs, HintQueue queue) {
        this.list = list;
        this.hands = hands;
        this.jobs = jobs;
        this.queue = queue;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listDoubts", this::list,
                "countDoubts", this::counts,
                "sendDoubtAgain", call -> one(call, Action.SEND_AGAIN),
                "closeDoubt", call -> one(call, Action.CLOSE),
                "sendDoubtsAgain", call -> some(call, Action.SEND_AGAIN),
                "closeDoubts", call -> some(call, Action.CLOSE),
                "decideDoubts", this::all);
    }

    private Future<Answer> list(Call call) {
        Optional<Long> phone = MessageApi.number(call.paging().q());
        if (!call.paging().q().isEmpty() && phone.isEmpty()) {
            return Future.succeededFuture(Answer.page(new JsonArray(), null));
        }
        DoubtSearch search =
                search(call, phone.orElse(null), name -> call.query(name).orElse(""));
        return Page.of(
                call.paging(),
                (after, limit) -> list.page(search, after == 0 ? Long.MAX_VALUE : after, limit),
                FoundDoubt::id,
                DoubtView::json);
    }

    private static DoubtSearch search(Call call, @Nullable Long phone, UnaryOperator<String> word) {
        return new DoubtSearch(
                call.account(),
                value(word.apply("mailingId"), Long::valueOf),
                value(word.apply("runId"), Long::valueOf),
                value(word.apply("senderId"), Long::valueOf),
                value(word.apply("state"), DoubtState::of),
                phone,
                value(word.apply("from"), at -> OffsetDateTime.parse(at).toInstant()),
                value(word.apply("to"), at -> OffsetDateTime.parse(at).toInstant()));
    }

    private static <T> @Nullable T value(String word, Function<String, T> read) {
        return word.isEmpty() ? null : read.apply(word);
    }

    private Future<Answer> all(Call call) {
        JsonObject filter = call.body().getJsonObject("filter", new JsonObject());
        String q = filter.getString("q", "");
        Optional<Long> phone = MessageApi.number(q);
        if (!q.isEmpty() && phone.isEmpty()) {
            throw Refusal.ofField(DoubtReason.NO_PHONE, "/filter/q", Map.of());
        }
        DoubtSearch search = search(call, phone.orElse(null), name -> filter.getString(name, ""));
        return jobs.start(act(call, Action.of(call.body().getString("action"))), search)
                .map(job -> {
                    queue.hint(Topic.JOB_WAITING, job.id());
                    queue.hint(Topic.JOB_CHANGED, job.id());
                    return Answer.accepted(JobApi.json(job));
                });
    }

    private Future<Answer> counts(Call call) {
        Long run = call.query("runId").map(Long::valueOf).orElse(null);
        return list.counts(call.account(), run).map(counts -> Answer.of(DoubtView.json(counts)));
    }

    private Future<Answer> one(Call call, Action action) {
        DoubtAct act = act(call, action);
        return hands.decide(act)
                .compose(decision -> hands.handle(act, decision, List.of(call.id("id"))))
                .map(done -> {
                    done.left().stream().findFirst().ifPresent(left -> {
                        throw Refusal.of(left.why());
                    });
                    return Answer.of(told(done));
                });
    }

    private Future<Answer> some(Call call, Action action) {
        DoubtAct act = act(call, action);
        List<Long> ids = call.body().getJsonArray("ids").stream()
                .map(id -> Long.valueOf(String.valueOf(id)))
                .distinct()
                .toList();
        return hands.decide(act)
                .compose(decision -> hands.handle(act, decision, ids))
                .map(done -> Answer.of(told(done)));
    }

    private static DoubtAct act(Call call, Action action) {
        return new DoubtAct(
                call.account(),
                action,
                call.caller().userId(),
                call.caller().login(),
                call.body().getString("reason", "").strip(),
                call.body().getBoolean("evenIfLate", false),
                false,
                call.now());
    }

    private JsonObject told(DoubtDecisionStore.Done done) {
        done.senders().forEach(sender -> queue.hint(Topic.MESSAGES_READY, sender));
        done.runs().forEach(run -> queue.hint(Topic.RUN_CHANGED, run));
        return DoubtView.json(done);
    }
}
