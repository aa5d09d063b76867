package io.postrider.report;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.HttpReason;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.http.Paging;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunStore;
import io.postrider.message.MessageState;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of runs, by HTTP: journal, report, and the people in them. */
public final class ReportApi implements Api {
    private final RunStore runs;
    private final FigureStore figures;
    private final ReportStore reports;
    private final RunRecipientStore recipients;

    public ReportApi(RunStore runs, FigureStore figures, ReportStore reports, RunRecipientStore recipients) {
        this.runs = runs;
        this.figures = figures;
        this.reports = reports;
        this.recipients = recipients;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "getRunJournal", this::journal,
                "getRunReport", this::report,
                "listRunRecipients", this::recipients);
    }

    private Future<Run> run(Call call) {
        return runs.get(call.account(), call.id("id"));
    }

    private Future<Answer> journal(Call call) {
        return run(call).compose(run -> figures.of(run).map(now -> Answer.of(RunJson.journal(run, now))));
    }

    private Future<Answer> report(Call call) {
        boolean byHour = call.flag("byHour");
        return run(call)
                .compose(run -> figures.of(run)
                        .compose(now -> reports.links(run).map(links -> RunJson.report(now, links)))
                        .compose(report -> byHour
                                ? reports.hours(run).map(hours -> report.put("hours", hours(hours)))
                                : Future.succeededFuture(report)))
                .map(Answer::of);
    }

    private static JsonArray hours(List<HourFigures> hours) {
        JsonArray json = new JsonArray();
        hours.forEach(hour -> json.add(RunJson.hour(hour)));
        return json;
    }

    private Future<Answer> recipients(Call call) {
        Optional<String> reason = call.query("reason");
        @Nullable MessageState state = call.query("state").map(ReportApi::state).orElse(null);
        String phone = call.paging().q().replaceAll("[^0-9]", "");
        if (phone.isEmpty() && !call.paging().q().isBlank()) {
            return run(call).map(run -> Answer.page(new JsonArray(), null));
        }
        if (reason.isPresent() || state == MessageState.EXCLUDED) {
            return run(call).compose(run -> leftOut(run, reason.orElse(""), phone, call.paging()));
        }
        return run(call)
                .compose(run -> Page.of(
                        call.paging(),
                        (after, limit) -> recipients.messages(run, state, phone, after, limit),
                        ReportApi::messageId,
                        RunJson::recipient));
    }

    private static MessageState state(String word) {
        return MessageState.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static long messageId(Recipient recipient) {
        Long id = recipient.messageId();
        return id == null ? 0 : id;
    }

    private Future<Answer> leftOut(Run run, String reason, String phone, Paging paging) {
        LeftOutPlace after = LeftOutPlace.of(paging.after(), HttpReason.BAD_CURSOR);
        return recipients.leftOut(run, reason, phone, after, paging.limit() + 1).map(found -> {
            boolean more = found.size() > paging.limit();
            List<Recipient> shown = more ? found.subList(0, paging.limit()) : found;
            JsonArray items = new JsonArray();
            shown.forEach(recipient -> items.add(RunJson.recipient(recipient)));
            @Nullable String next = more ? place(shown.get(shown.size() - 1)).cursor() : null;
            return Answer.page(items, next);
        });
    }

    private static LeftOutPlace place(Recipient leftOut) {
        return new LeftOutPlace(
                String.valueOf(leftOut.code()), leftOut.subscriptionId(), Long.parseLong(leftOut.contact()));
    }
}
