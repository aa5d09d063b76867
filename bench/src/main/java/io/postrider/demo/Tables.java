package io.postrider.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/** Journal and report of a run as tables for a terminal. */
final class Tables {
    private static final String NONE = "-";

    private Tables() {}

    static Table journal(JsonObject journal) {
        JsonObject figures = journal.getJsonObject("figures");
        Table table = new Table("Journal")
                .row("Mailing started", journal.getString("mailingStarted"))
                .row("Limit", text(journal, "limit"))
                .row("Audience", journal.getString("audienceSource") + " " + journal.getString("databaseId"))
                .row("Time spent getting the audience, ms", text(journal, "cursorMillis"))
                .row("Subscribers received", figures.getLong("received"))
                .row("Not subscribed", figures.getLong("notSubscribed"))
                .row("Subscribers found", figures.getLong("found"))
                .row("Duplicate phones", figures.getLong("duplicates"));
        figures.getJsonObject("exclusions").forEach(entry -> leftOut(table, entry));
        table.row("SMS recipients", figures.getLong("recipients"))
                .row("Parts", figures.getLong("parts"))
                .row("Mailing finished", text(journal, "mailingFinished"))
                .row("Total time, s", text(journal, "totalSeconds"))
                .row("At rest", text(journal, "atRest"));
        JsonArray equations = journal.getJsonArray("equations");
        for (int at = 0; at < equations.size(); at++) {
            JsonObject equation = equations.getJsonObject(at);
            table.row("Equation of " + equation.getString("name"), equation(equation));
        }
        return table;
    }

    private static void leftOut(Table table, Map.Entry<String, Object> reason) {
        if (!"duplicate-phone".equals(reason.getKey()) && reason.getValue() instanceof Number number) {
            table.row("Left out: " + reason.getKey(), number.longValue());
        }
    }

    private static String equation(JsonObject equation) {
        boolean holds = equation.getBoolean("holds");
        return equation.getLong("left") + (holds ? " = " : " is not ") + equation.getLong("right");
    }

    static Table report(JsonObject report) {
        return new Table("Report")
                .row("Recipients", report.getLong("recipients"))
                .row("Taken by the operator", report.getLong("sent"))
                .row("Delivered", report.getLong("delivered"))
                .row("Undelivered", report.getLong("undelivered"))
                .row("Expired", report.getLong("expired"))
                .row("Refused", report.getLong("refused"))
                .row("In doubt", report.getLong("inDoubt"))
                .row("No receipt", report.getLong("noReceipt"))
                .row("Delivery rate", share(report, "deliveryRate"))
                .row("Clicks", report.getLong("clicks"))
                .row("People who clicked", report.getLong("uniqueClicks"))
                .row("Click rate", share(report, "ctr"))
                .row("Clicks of robots", report.getLong("robots"));
    }

    private static String text(JsonObject json, String field) {
        Object value = json.getValue(field);
        return value == null ? NONE : value.toString();
    }

    private static String share(JsonObject json, String field) {
        Double value = json.getDouble(field);
        return value == null ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }
}
