package io.postrider.report;

import io.postrider.http.Csv;
import io.postrider.sender.price.Amount;
import io.postrider.sender.price.CostJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Channel reports as the API shows them, and as a table for spreadsheets. */
final class ChannelJson {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> HEADER = List.of(
            "Sent",
            "Parts",
            "Delivered",
            "Undelivered",
            "Expired",
            "Refused",
            "In doubt",
            "No receipt",
            "Awaiting receipt",
            "Delivery rate",
            "Clicks",
            "Unique clicks",
            "CTR");

    private ChannelJson() {}

    static JsonObject of(ChannelReport report, Instant now) {
        ChannelQuestion question = report.question();
        JsonArray mailings = new JsonArray();
        question.mailings().forEach(id -> mailings.add(Long.toString(id)));
        JsonArray rows = new JsonArray();
        report.lines().forEach(line -> rows.add(row(line)));
        JsonArray reasons = new JsonArray();
        report.failures()
                .forEach(failure -> reasons.add(new JsonObject()
                        .put("state", RunJson.word(failure.state()))
                        .put("code", failure.code().isEmpty() ? null : failure.code())
                        .put("count", failure.count())
                        .put("detail", failure.detail())));
        JsonArray links = new JsonArray();
        report.links()
                .forEach(link -> links.add(new JsonObject()
                        .put("url", link.url())
                        .put("uniqueClicks", link.uniqueClicks())
                        .put("clicks", link.clicks())
                        .put("robots", link.robots())));
        return period(question.period())
                .put("channel", question.channel())
                .put("group", question.group().name().toLowerCase(Locale.ROOT))
                .put("zone", question.zone().getId())
                .put("tests", question.tests())
                .put("rehearsals", question.rehearsals())
                .put("mailings", mailings)
                .put("rows", rows)
                .put("truncated", report.truncated())
                .put("totals", figures(report.totals()))
                .put("previous", period(question.period().previous()).mergeIn(figures(report.previous())))
                .put("reasons", reasons)
                .put("links", links)
                .put(
                        "leftOut",
                        new JsonObject()
                                .put("tests", report.leftOut().tests())
                                .put("rehearsals", report.leftOut().rehearsals()))
                .put("asOf", now.toString());
    }

    private static JsonObject period(Period period) {
        return new JsonObject()
                .put("from", period.from().toString())
                .put("to", period.to().toString());
    }

    private static JsonObject row(ChannelReport.Line line) {
        return new JsonObject()
                .put("at", RunJson.text(line.at()))
                .put("date", RunJson.text(line.date()))
                .put("mailingId", RunJson.text(line.mailingId()))
                .put("mailing", line.mailing())
                .mergeIn(figures(line.figures()));
    }

    private static JsonObject figures(ChannelFigures figures) {
        return new JsonObject()
                .put("sent", figures.sent())
                .put("parts", figures.parts())
                .put("delivered", figures.delivered())
                .put("undelivered", figures.undelivered())
                .put("expired", figures.expired())
                .put("refused", figures.refused())
                .put("inDoubt", figures.inDoubt())
                .put("noReceipt", figures.noReceipt())
                .put("awaitingReceipt", figures.awaitingReceipt())
                .put("deliveryRate", figures.deliveryRate())
                .put("clicks", figures.clicks())
                .put("uniqueClicks", figures.uniqueClicks())
                .put("ctr", figures.ctr())
                .put("robots", figures.robots())
                .put("cost", CostJson.of(figures.costs()));
    }

    /** The rows and their total as CSV. */
    static String csv(ChannelReport report) {
        ChannelQuestion question = report.question();
        String first =
                switch (question.group()) {
                    case HOUR -> "Hour (" + question.zone().getId() + ")";
                    case DAY -> "Day (" + question.zone().getId() + ")";
                    case MAILING -> "Mailing";
                };
        List<String> currencies =
                report.totals().costs().amounts().stream().map(Amount::currency).toList();
        List<String> header = new ArrayList<>(HEADER);
        currencies.forEach(currency -> header.add("Cost (" + currency + ")"));
        StringBuilder text = new StringBuilder(Csv.BEGIN).append(line(first, header));
        report.lines()
                .forEach(line -> text.append(line(name(line, question.zone()), cells(line.figures(), currencies))));
        return text.append(line("Total", cells(report.totals(), currencies))).toString();
    }

    private static String line(String first, List<String> more) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(more);
        return Csv.line(cells);
    }

    private static String name(ChannelReport.Line line, ZoneId zone) {
        LocalDate date = line.date();
        Instant at = line.at();
        if (date != null) {
            return date.toString();
        }
        return at != null ? HOUR.format(at.atZone(zone)) : String.valueOf(line.mailing());
    }

    private static List<String> cells(ChannelFigures figures, List<String> currencies) {
        List<String> cells = new ArrayList<>(cells(figures));
        currencies.forEach(
                currency -> cells.add(Amount.text(figures.costs().millionths().getOrDefault(currency, 0L))));
        return cells;
    }

    private static List<String> cells(ChannelFigures figures) {
        return List.of(
                Long.toString(figures.sent()),
                Long.toString(figures.parts()),
                Long.toString(figures.delivered()),
                Long.toString(figures.undelivered()),
                Long.toString(figures.expired()),
                Long.toString(figures.refused()),
                Long.toString(figures.inDoubt()),
                Long.toString(figures.noReceipt()),
                Long.toString(figures.awaitingReceipt()),
                rate(figures.deliveryRate()),
                Long.toString(figures.clicks()),
                Long.toString(figures.uniqueClicks()),
                rate(figures.ctr()));
    }

    private static String rate(@Nullable Double rate) {
        return rate == null ? "" : String.format(Locale.ROOT, "%.4f", rate);
    }
}
