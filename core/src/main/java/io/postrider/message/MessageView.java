package io.postrider.message;

import io.postrider.sender.price.CostJson;
import io.postrider.sender.route.RouteChoice;
import io.postrider.sender.route.RoutePlan;
import io.postrider.sender.route.RouteSender;
import io.postrider.sender.route.RouteTarget;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Messages as the API shows them. */
final class MessageView {
    private MessageView() {}

    static JsonObject json(FoundMessage message) {
        return new JsonObject()
                .put("id", text(message.id()))
                .put("runId", text(message.runId()))
                .put("mailingId", text(message.mailingId()))
                .put("mailing", message.mailing())
                .put("test", message.test())
                .put("rehearsal", message.rehearsal())
                .put("senderId", text(message.senderId()))
                .put("sender", message.sender())
                .put("contact", message.contact())
                .put("parts", message.parts())
                .put("state", word(message.state()))
                .put("createdAt", message.createdAt().toString());
    }

    static JsonObject json(FoundExclusion left) {
        return new JsonObject()
                .put("runId", text(left.runId()))
                .put("mailingId", text(left.mailingId()))
                .put("mailing", left.mailing())
                .put("contact", text(left.contactKey()))
                .put("profileId", text(left.profileId()))
                .put("subscriptionId", text(left.subscriptionId()))
                .put("reason", left.reason())
                .put("detail", left.detail())
                .put("at", left.at().toString());
    }

    static JsonObject json(MessageTrace trace) {
        JsonArray links = new JsonArray();
        trace.links()
                .forEach(link -> links.add(new JsonObject().put("no", link.no()).put("url", link.url())));
        JsonArray steps = new JsonArray();
        trace.steps().forEach(step -> steps.add(json(step)));
        JsonArray clicks = new JsonArray();
        trace.clicks().forEach(click -> clicks.add(json(click)));
        return json(trace.message())
                .put("databaseId", text(trace.databaseId()))
                .put("profileId", text(trace.profileId()))
                .put("subscriptionId", text(trace.subscriptionId()))
                .put("templateVersion", trace.templateVersion())
                .put("encoding", trace.unicode() ? "ucs2" : "gsm7")
                .put("route", trace.route() == null ? null : json(trace.route()))
                .put("texts", new JsonArray(trace.texts()))
                .put("links", links)
                .put("steps", steps)
                .put("clicks", clicks);
    }

    private static JsonObject json(MessageTrace.Route route) {
        RoutePlan plan = route.plan();
        RouteChoice choice = route.choice();
        RouteTarget taken = plan.taken(choice);
        RouteTarget drawn = plan.drawn(choice);
        return new JsonObject()
                .put("virtualSenderId", text(plan.virtualSenderId()))
                .put("virtualSender", plan.name())
                .put("rule", choice.rule())
                .put("ruleName", plan.rules().get(choice.rule()).name())
                .put("match", plan.rules().get(choice.rule()).match().word())
                .put("why", choice.why().word())
                .put("percent", drawn.percent())
                .put("drawn", name(plan, drawn))
                .put("sender", name(plan, taken))
                .put("callerId", route.callerId());
    }

    private static String name(RoutePlan plan, RouteTarget target) {
        return plan.sender(target.senderId()).map(RouteSender::name).orElse("");
    }

    private static JsonObject json(MessageTrace.Step step) {
        PartState receipt = step.receipt();
        return new JsonObject()
                .put("at", step.at().toString())
                .put("kind", word(step.kind()))
                .put("attempt", step.attempt())
                .put("part", step.part())
                .put("state", word(step.state()))
                .put("moved", step.moved())
                .put("sender", step.sender())
                .put("code", step.code())
                .put("operatorId", step.operatorKey())
                .put("receipt", receipt == null ? null : word(receipt))
                .put("detail", step.detail())
                .put("by", step.by())
                .put("cost", CostJson.of(step.cost()));
    }

    private static JsonObject json(MessageTrace.Click click) {
        return new JsonObject()
                .put("at", click.at().toString())
                .put("linkNo", click.linkNo())
                .put("robot", click.robot())
                .put("ip", click.ip())
                .put("userAgent", click.userAgent());
    }

    static JsonObject json(ParkedReceipt parked) {
        OperatorReceipt receipt = parked.receipt();
        Instant at = receipt.at();
        return new JsonObject()
                .put("id", text(receipt.parkedId()))
                .put("senderId", text(parked.senderId()))
                .put("sender", parked.sender())
                .put("operatorId", receipt.operatorKey())
                .put("contact", receipt.contactKey() == 0 ? "" : text(receipt.contactKey()))
                .put("state", word(receipt.state()))
                .put("code", receipt.code())
                .put("at", at == null ? null : at.toString())
                .put("receivedAt", receipt.receivedAt().toString())
                .put("text", receipt.raw());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : Long.toString(number);
    }
}
