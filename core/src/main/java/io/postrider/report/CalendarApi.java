package io.postrider.report;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calendar by HTTP: planned mailings and past runs. */
public final class CalendarApi implements Api {
    private static final int LONGEST_DAYS = 62;
    private static final int MOST = 500;
    private final CalendarStore calendar;
    private final ProgressStore progress;

    public CalendarApi(CalendarStore calendar, ProgressStore progress) {
        this.calendar = calendar;
        this.progress = progress;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("getCalendar", this::get);
    }

    private Future<Answer> get(Call call) {
        Period period = Period.of(
                Period.moment(call.query("from").orElse(""), "from"),
                Period.moment(call.query("to").orElse(""), "to"),
                LONGEST_DAYS);
        return calendar.entries(call.account(), period, MOST + 1).compose(found -> {
            List<CalendarEntry> shown = found.size() > MOST ? found.subList(0, MOST) : found;
            List<Long> runs = shown.stream()
                    .map(CalendarEntry::runId)
                    .filter(Objects::nonNull)
                    .toList();
            return progress.of(call.account(), runs).map(far -> {
                JsonArray items = new JsonArray();
                shown.forEach(entry -> items.add(json(entry, far)));
                return Answer.of(new JsonObject()
                        .put("from", period.from().toString())
                        .put("to", period.to().toString())
                        .put("items", items)
                        .put("truncated", found.size() > MOST)
                        .put("asOf", call.now().toString()));
            });
        });
    }

    private static JsonObject json(CalendarEntry entry, Map<Long, Progress> far) {
        @Nullable Progress bar = entry.runId() == null ? null : far.get(entry.runId());
        return new JsonObject()
                .put("mailingId", Long.toString(entry.mailingId()))
                .put("name", entry.name())
                .put("channel", entry.channel())
                .put("state", entry.state().word())
                .put("planned", entry.runId() == null)
                .put("runId", RunJson.text(entry.runId()))
                .put("at", entry.at().toString())
                .put("endedAt", RunJson.text(entry.endedAt()))
                .put("resource", entry.resource())
                .put("sender", entry.sender())
                .put("rehearsal", entry.rehearsal())
                .put("progress", bar == null ? null : RunJson.progress(bar));
    }
}
