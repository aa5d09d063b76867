package io.postrider.report;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Paging;
import io.postrider.mailing.MailingJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The list of mailings by HTTP: each with what it uses and how far its newest run is, in one answer. */
public final class MailingListApi implements Api {
    private static final String NEWEST = "-created";
    private final MailingRowStore rows;
    private final ProgressStore progress;

    public MailingListApi(MailingRowStore rows, ProgressStore progress) {
        this.rows = rows;
        this.progress = progress;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("listMailings", this::list);
    }

    private Future<Answer> list(Call call) {
        Paging paging = call.paging();
        String order = paging.sort().isEmpty() ? NEWEST : paging.sort();
        boolean descending = order.startsWith("-");
        MailingSort sort = MailingSort.of(descending ? order.substring(1) : order);
        @Nullable MailingPlace after = paging.after().isEmpty() ? null : MailingPlace.of(paging.after());
        List<String> states =
                call.query("state").map(all -> List.of(all.split(","))).orElse(List.of());
        return rows.page(call.account(), paging.q(), states, sort, descending, after, paging.limit() + 1)
                .compose(found -> {
                    boolean more = found.size() > paging.limit();
                    List<MailingRow> shown = more ? found.subList(0, paging.limit()) : found;
                    @Nullable String next = more ? place(shown.get(shown.size() - 1)).cursor() : null;
                    return withProgress(call.account(), shown).map(items -> Answer.page(items, next));
                });
    }

    private static MailingPlace place(MailingRow last) {
        return new MailingPlace(last.sortKey(), last.mailing().id());
    }

    private Future<JsonArray> withProgress(long account, List<MailingRow> shown) {
        List<Long> runs = shown.stream()
                .map(MailingRow::lastRun)
                .filter(Objects::nonNull)
                .map(MailingRow.LastRun::id)
                .toList();
        return progress.of(account, runs).map(far -> {
            JsonArray items = new JsonArray();
            shown.forEach(row -> items.add(json(row, far)));
            return items;
        });
    }

    private static JsonObject json(MailingRow row, Map<Long, Progress> far) {
        MailingRow.@Nullable LastRun run = row.lastRun();
        return MailingJson.of(row.mailing())
                .put("resource", row.resource())
                .put("database", row.database())
                .put("template", row.template())
                .put("sender", row.sender())
                .put("rehearsal", row.rehearsal())
                .put("lastRun", run == null ? null : json(run, far.get(run.id())));
    }

    private static JsonObject json(MailingRow.LastRun run, @Nullable Progress progress) {
        return new JsonObject()
                .put("id", Long.toString(run.id()))
                .put("state", run.state().word())
                .put("rehearsal", run.rehearsal())
                .put("stopped", run.stopped())
                .put("openedAt", run.openedAt().toString())
                .put("finishedAt", RunJson.text(run.finishedAt()))
                .put("restedAt", RunJson.text(run.restedAt()))
                .put("progress", progress == null ? null : RunJson.progress(progress));
    }
}
