package io.postrider.report;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.refusal.Refusal;
import io.postrider.report.ChannelQuestion.Group;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The report over several mailings and a period, by HTTP and as a file. */
public final class ChannelReportApi implements Api {
    private static final Duration LATELY = Duration.ofDays(30);
    private final ChannelStore store;
    private final ChannelReports reports;

    public ChannelReportApi(ChannelStore store) {
        this.store = store;
        this.reports = new ChannelReports(store);
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("getChannelReport", this::show, "downloadChannelReport", this::download);
    }

    private Future<Answer> show(Call call) {
        return report(call).map(report -> Answer.of(ChannelJson.of(report, call.now())));
    }

    private Future<Answer> download(Call call) {
        return report(call)
                .map(report -> Answer.file(
                        "channel-report.csv", "text/csv; charset=utf-8", Buffer.buffer(ChannelJson.csv(report))));
    }

    private Future<ChannelReport> report(Call call) {
        List<Long> mailings = call.query("mailing").map(ChannelReportApi::ids).orElse(List.of());
        Group group = Group.valueOf(call.query("group").orElse("day").toUpperCase(Locale.ROOT));
        ZoneId zone = call.query("zone").map(ChannelReportApi::zone).orElse(ZoneId.of("UTC"));
        String channel = call.query("channel").orElse("sms");
        boolean tests = call.flag("tests");
        boolean rehearsals = call.flag("rehearsals");
        return period(call, mailings, group)
                .map(Period::inHours)
                .compose(period -> reports.of(new ChannelQuestion(
                        call.account(), channel, mailings, period, group, zone, tests, rehearsals)));
    }

    /** Without a begin it is that of the first run of the mailings, or 30 days ago. */
    private Future<Period> period(Call call, List<Long> mailings, Group group) {
        Instant to = call.query("to").map(text -> Period.moment(text, "to")).orElseGet(call::now);
        Optional<Instant> from = call.query("from").map(text -> Period.moment(text, "from"));
        if (from.isPresent()) {
            return Future.succeededFuture(Period.of(from.get(), to, group.days()));
        }
        Instant lately = to.minus(LATELY);
        if (mailings.isEmpty()) {
            return Future.succeededFuture(new Period(lately, to));
        }
        Instant longest = to.minus(Duration.ofDays(group.days()));
        return store.begin(call.account(), mailings).map(begin -> {
            Instant first = begin.filter(at -> at.isBefore(to)).orElse(lately);
            return new Period(first.isBefore(longest) ? longest : first, to);
        });
    }

    private static List<Long> ids(String text) {
        try {
            return Stream.of(text.split(",")).map(Long::valueOf).distinct().toList();
        } catch (NumberFormatException wrong) {
            throw Refusal.ofField(ReportReason.MAILINGS_WRONG, "/mailing", Map.of());
        }
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Refusal.ofField(ReportReason.ZONE_UNKNOWN, "/zone", Map.of("zone", name));
        }
        return ZoneId.of(name);
    }
}
