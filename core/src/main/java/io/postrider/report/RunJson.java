package io.postrider.report;

import io.postrider.mailing.Run;
import io.postrider.mailing.RunApi;
import io.postrider.message.MessageState;
import io.postrider.sender.price.CostJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures of runs as the API shows them. */
final class RunJson {
    private RunJson() {}

    static JsonObject figures(RunFigures figures) {
        JsonObject exclusions = new JsonObject();
        new TreeMap<>(figures.exclusions()).forEach(exclusions::put);
        return new JsonObject()
                .put("received", figures.received())
                .put("found", figures.found())
                .put("notSubscribed", figures.notSubscribed())
                .put("duplicates", figures.duplicates())
                .put("excluded", figures.excluded())
                .put("exclusions", exclusions)
                .put("recipients", figures.recipients())
                .put("submitted", figures.accepted())
                .put("waiting", figures.in(MessageState.WAITING))
                .put("awaitingReceipt", figures.in(MessageState.SUBMITTED))
                .put("onTheWay", figures.onTheWay())
                .mergeIn(ends(figures))
                .put("parts", figures.parts())
                .put("cost", CostJson.of(figures.costs()))
                .mergeIn(clicks(figures));
    }

    static JsonObject progress(Progress progress) {
        return new JsonObject()
                .put("total", progress.total())
                .put("notSent", progress.notSent())
                .put("awaitingReceipt", progress.awaitingReceipt())
                .put("delivered", progress.delivered())
                .put("undelivered", progress.undelivered())
                .put("expired", progress.expired())
                .put("refused", progress.refused())
                .put("inDoubt", progress.inDoubt())
                .put("noReceipt", progress.noReceipt());
    }

    private static JsonObject ends(RunFigures figures) {
        return new JsonObject()
                .put("delivered", figures.in(MessageState.DELIVERED))
                .put("undelivered", figures.in(MessageState.UNDELIVERED))
                .put("expired", figures.in(MessageState.EXPIRED))
                .put("refused", figures.in(MessageState.REFUSED))
                .put("inDoubt", figures.in(MessageState.IN_DOUBT))
                .put("noReceipt", figures.in(MessageState.NO_RECEIPT));
    }

    private static JsonObject clicks(RunFigures figures) {
        return new JsonObject()
                .put("clicks", figures.clicks())
                .put("clicked", figures.people())
                .put("robots", figures.robots())
                .put("optOuts", figures.optOuts());
    }

    /** The journal: the fields of the mailing log, the counters behind them, and the equations that they must satisfy. */
    static JsonObject journal(Run run, RunFigures figures) {
        Instant finished = run.finishedAt();
        JsonArray equations = new JsonArray();
        Equation.of(figures)
                .forEach(equation -> equations.add(new JsonObject()
                        .put("name", equation.name())
                        .put("left", equation.left())
                        .put("right", equation.right())
                        .put("holds", equation.holds())));
        return new JsonObject()
                .put("runId", text(run.id()))
                .put("mailingId", RunApi.reference(run.mailingId()))
                .put("kind", run.kind())
                .put("rehearsal", run.rehearsal())
                .put("state", run.state().word())
                .put("stopped", run.stopped())
                .put("mailingStarted", run.openedAt().toString())
                .put("limit", run.recipientsLimit())
                .put("audienceSource", run.isTest() ? "phones" : "database")
                .put("databaseId", RunApi.reference(run.databaseId()))
                .put("cursorMillis", run.cursorMillis())
                .put("mailingFinished", text(finished))
                .put("totalSeconds", finished == null ? null : seconds(run.openedAt(), finished))
                .put("atRest", text(run.restedAt()))
                .put("withoutContact", run.withoutContact())
                .put("figures", figures(figures))
                .put("equations", equations);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** The report: rates are fractions of one, and null while there is nothing to divide by. */
    static JsonObject report(RunFigures figures, List<LinkFigures> links) {
        long delivered = figures.in(MessageState.DELIVERED);
        JsonArray byLink = new JsonArray();
        links.forEach(link -> byLink.add(json(link)));
        return new JsonObject()
                .put("recipients", figures.recipients())
                .put("sent", figures.accepted())
                .put("onTheWay", figures.onTheWay())
                .mergeIn(ends(figures))
                .put("parts", figures.parts())
                .put("cost", CostJson.of(figures.costs()))
                .put("deliveryRate", rate(delivered, figures.accepted()))
                .put("clicks", figures.clicks())
                .put("uniqueClicks", figures.people())
                .put("ctr", rate(figures.people(), delivered))
                .put("robots", figures.robots())
                .put("optOuts", figures.optOuts())
                .put("links", byLink);
    }

    private static @Nullable Double rate(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static JsonObject json(LinkFigures link) {
        return new JsonObject()
                .put("number", link.number())
                .put("url", link.url())
                .put("uniqueClicks", link.people())
                .put("clicks", link.clicks())
                .put("robots", link.robots());
    }

    static JsonObject hour(HourFigures hour) {
        return new JsonObject()
                .put("hour", hour.hour().toString())
                .put("written", hour.written())
                .put("sent", hour.submitted())
                .put("delivered", hour.delivered())
                .put("undelivered", hour.undelivered())
                .put("expired", hour.expired())
                .put("refused", hour.refused())
                .put("parts", hour.parts());
    }

    static JsonObject recipient(Recipient recipient) {
        return new JsonObject()
                .put("messageId", text(recipient.messageId()))
                .put("profileId", text(recipient.profileId()))
                .put("subscriptionId", text(recipient.subscriptionId()))
                .put("contact", recipient.contact())
                .put("state", word(recipient.state()))
                .put("at", recipient.at().toString())
                .put("code", recipient.code())
                .put("detail", recipient.detail())
                .put("parts", recipient.parts())
                .put("text", recipient.text());
    }

    /** A state as people see it, such as {@code in-doubt}. */
    static String word(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
