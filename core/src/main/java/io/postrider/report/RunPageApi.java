package io.postrider.report;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.mailing.MailingState;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunApi;
import io.postrider.mailing.RunState;
import io.postrider.mailing.RunStore;
import io.postrider.sender.DutyStore;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderActivity;
import io.postrider.sender.SenderStore;
import io.postrider.sender.route.RoutePlan;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** One run by HTTP, as a page shows it while it is being sent: figures, pace, and why it is not faster. */
public final class RunPageApi implements Api {
    private final RunStore runs;
    private final FigureStore figures;
    private final ProgressStore progress;
    private final RunDetailStore details;
    private final SenderStore senders;
    private final DutyStore duties;
    private final RunSenderStore used;
    private final LongFunction<Optional<SenderActivity>> activity;
    private final LongFunction<Pace> pace;

    /**
     * @param activity what a sender is doing, by its number
     * @param pace how fast a run goes, by its number
     */
    public RunPageApi(
            RunStore runs,
            FigureStore figures,
            ProgressStore progress,
            RunDetailStore details,
            SenderStore senders,
            DutyStore duties,
            RunSenderStore used,
            LongFunction<Optional<SenderActivity>> activity,
            LongFunction<Pace> pace) {
        this.runs = runs;
        this.figures = figures;
        this.progress = progress;
        this.details = details;
        this.senders = senders;
        this.duties = duties;
        this.used = used;
        this.activity = activity;
        this.pace = pace;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("getRun", this::get);
    }

    private Future<Answer> get(Call call) {
        Instant now = call.now();
        return runs.get(call.account(), call.id("id"))
                .compose(run -> used.of(run)
                        .compose(by -> runs.route(run)
                                .compose(route -> duties.leaving()
                                        .compose(leaving -> page(run, by, route.orElse(null), leaving, now)))));
    }

    private Future<Answer> page(
            Run run, List<RunSender> by, @Nullable RoutePlan route, Set<Long> leaving, Instant now) {
        Optional<Long> closed = run.state() == RunState.RENDERING ? closedBy(run, route, leaving) : Optional.empty();
        long decisive = closed.orElseGet(() -> run.isRouted() ? slowest(by) : run.senderId());
        Future<RunFigures> counters = figures.of(run);
        Future<Map<Long, Progress>> far = progress.of(run.accountId(), List.of(run.id()));
        Future<RunDetail> detail = details.of(run, now);
        Future<Optional<Sender>> sender = senders.find(run.accountId(), decisive);
        return Future.all(counters, far, detail, sender).map(ignored -> {
            Situation situation = new Situation(
                    run,
                    detail.result(),
                    sender.result().orElse(null),
                    activity.apply(decisive).orElse(null),
                    pace.apply(run.id()),
                    closed.isPresent());
            Progress bar = far.result().getOrDefault(run.id(), Progress.NONE);
            return Answer.of(json(run, detail.result())
                    .mergeIn(json(by, route))
                    .put("figures", RunJson.figures(counters.result()))
                    .put("progress", RunJson.progress(bar))
                    .put("live", live(situation, bar, now))
                    .put("asOf", now.toString()));
        });
    }

    private static Optional<Long> closedBy(Run run, @Nullable RoutePlan route, Set<Long> leaving) {
        if (route != null) {
            return route.closedBy(leaving);
        }
        return leaving.contains(run.senderId()) ? Optional.of(run.senderId()) : Optional.empty();
    }

    /** The sender before which most of the run's messages wait: it says why the run is not faster. */
    private static long slowest(List<RunSender> by) {
        return by.stream()
                .max(Comparator.comparingLong(RunSender::waiting))
                .map(RunSender::senderId)
                .orElse(0L);
    }

    private static JsonObject json(List<RunSender> by, @Nullable RoutePlan route) {
        JsonArray array = new JsonArray();
        by.forEach(one -> array.add(new JsonObject()
                .put("senderId", Long.toString(one.senderId()))
                .put("sender", one.name())
                .put("messages", one.messages())
                .put("waiting", one.waiting())));
        return new JsonObject()
                .put("virtualSenderId", route == null ? null : Long.toString(route.virtualSenderId()))
                .put("virtualSender", route == null ? null : route.name())
                .put("senders", array);
    }

    private static JsonObject json(Run run, RunDetail detail) {
        MailingState state = detail.mailingState();
        return RunApi.json(run)
                .put("mailing", detail.mailing())
                .put("mailingState", state == null ? null : state.word())
                .put("resource", detail.resource())
                .put("database", detail.database())
                .put("template", detail.template())
                .put("sender", detail.sender())
                .put("messagesPerSecond", run.messagesPerSecond())
                .put("startedBy", detail.startedBy())
                .put("pausedBy", detail.pausedBy())
                .put("pausedAt", RunJson.text(detail.pausedAt()))
                .put("stoppedBy", detail.stoppedBy())
                .put("stoppedAt", RunJson.text(detail.stoppedAt()));
    }

    private static JsonObject live(Situation situation, Progress bar, Instant now) {
        Situation.Why why = situation.why();
        JsonObject parameters = new JsonObject();
        why.parameters().forEach(parameters::put);
        Pace pace = situation.pace();
        JsonArray history = new JsonArray();
        pace.history()
                .forEach(point -> history.add(new JsonObject()
                        .put("at", point.at().toString())
                        .put("sent", point.sent())
                        .put("receipts", point.receipts())));
        return new JsonObject()
                .put("messagesPerSecond", pace.messagesPerSecond())
                .put("partsPerSecond", pace.partsPerSecond())
                .put("receiptsPerSecond", pace.receiptsPerSecond())
                .put("expectedEnd", RunJson.text(situation.expectedEnd(bar, now)))
                .put("why", new JsonObject().put("code", why.code()).put("parameters", parameters))
                .put("stepSeconds", Tempo.STEP_SECONDS)
                .put("history", history);
    }
}
