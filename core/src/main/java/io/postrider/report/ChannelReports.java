package io.postrider.report;

import io.postrider.report.ChannelReport.Line;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes channel reports: asks for their pieces and puts hours together to days. */
public final class ChannelReports {
    private final ChannelStore store;

    public ChannelReports(ChannelStore store) {
        this.store = store;
    }

    private record Body(List<Line> lines, boolean truncated, ChannelFigures totals) {}

    /** The answer to a question. */
    Future<ChannelReport> of(ChannelQuestion question) {
        Future<Body> body = body(question);
        Future<Map<Instant, ChannelFigures>> before =
                store.byHour(question.in(question.period().previous()));
        Future<List<ChannelReport.Failure>> failures = store.failures(question);
        Future<List<ChannelReport.Link>> links = store.links(question);
        Future<ChannelReport.LeftOut> leftOut = store.leftOut(question);
        return Future.all(body, before, failures, links, leftOut)
                .map(ignored -> new ChannelReport(
                        question,
                        body.result().lines(),
                        body.result().truncated(),
                        body.result().totals(),
                        sum(before.result()),
                        failures.result(),
                        links.result(),
                        leftOut.result()));
    }

    private Future<Body> body(ChannelQuestion question) {
        return switch (question.group()) {
            case HOUR -> store.byHour(question).map(hours -> new Body(hours(question, hours), false, sum(hours)));
            case DAY -> store.byHour(question).map(hours -> new Body(days(question, hours), false, sum(hours)));
            case MAILING ->
                store.byMailing(question)
                        .compose(mailings -> named(question, mailings)
                                .map(lines ->
                                        new Body(lines, mailings.size() > ChannelStore.MOST_MAILINGS, sum(mailings))));
        };
    }

    private static ChannelFigures sum(Map<?, ChannelFigures> figures) {
        return figures.values().stream().reduce(ChannelFigures.NONE, ChannelFigures::plus);
    }

    /** Every hour of the period has a line, so that a chart shows the quiet ones too. */
    private static List<Line> hours(ChannelQuestion question, Map<Instant, ChannelFigures> hours) {
        List<Line> lines = new ArrayList<>();
        Period period = question.period();
        for (Instant at = period.from(); at.isBefore(period.to()); at = at.plus(1, ChronoUnit.HOURS)) {
            lines.add(new Line(at, null, null, null, hours.getOrDefault(at, ChannelFigures.NONE)));
        }
        return lines;
    }

    /** An hour belongs to the day in which it begins. */
    private static List<Line> days(ChannelQuestion question, Map<Instant, ChannelFigures> hours) {
        Map<LocalDate, ChannelFigures> days = new TreeMap<>();
        Period period = question.period();
        for (Instant at = period.from(); at.isBefore(period.to()); at = at.plus(1, ChronoUnit.HOURS)) {
            days.merge(
                    LocalDate.ofInstant(at, question.zone()),
                    hours.getOrDefault(at, ChannelFigures.NONE),
                    ChannelFigures::plus);
        }
        List<Line> lines = new ArrayList<>();
        days.forEach((day, figures) ->
                lines.add(new Line(day.atStartOfDay(question.zone()).toInstant(), day, null, null, figures)));
        return lines;
    }

    private Future<List<Line>> named(ChannelQuestion question, Map<Long, ChannelFigures> mailings) {
        List<Map.Entry<Long, ChannelFigures>> most = mailings.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Long, ChannelFigures> mailing) ->
                                -mailing.getValue().sent())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ChannelStore.MOST_MAILINGS)
                .toList();
        return store.names(
                        question.accountId(),
                        most.stream().map(Map.Entry::getKey).toList())
                .map(names -> most.stream()
                        .map(mailing -> new Line(
                                null,
                                null,
                                mailing.getKey() == 0 ? null : mailing.getKey(),
                                names.get(mailing.getKey()),
                                mailing.getValue()))
                        .toList());
    }
}
