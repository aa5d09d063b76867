package io.postrider.sender.route;

import io.postrider.sender.CharsetPolicy;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** Rules in JSON, as they are stored and as the API shows them. */
public final class RouteJson {
    private RouteJson() {}

    /** Rules as JSON. */
    public static JsonArray of(List<RouteRule> rules) {
        JsonArray array = new JsonArray();
        rules.forEach(rule -> array.add(new JsonObject()
                .put("name", rule.name())
                .put("match", rule.match().word())
                .put("values", new JsonArray(rule.values()))
                .put("targets", targets(rule.targets()))));
        return array;
    }

    private static JsonArray targets(List<RouteTarget> targets) {
        JsonArray array = new JsonArray();
        targets.forEach(target -> array.add(new JsonObject()
                .put("senderId", Long.toString(target.senderId()))
                .put("percent", target.percent())
                .put("callerId", target.callerId())));
        return array;
    }

    /** Rules from JSON that has the form of the API; what they say is not checked. */
    public static List<RouteRule> rules(JsonArray array) {
        return array.stream().map(each -> rule((JsonObject) each)).toList();
    }

    /** A plan as a run keeps it; whether senders are paused is not kept. */
    public static JsonObject of(RoutePlan plan) {
        JsonArray senders = new JsonArray();
        plan.senders()
                .forEach(sender -> senders.add(new JsonObject()
                        .put("id", Long.toString(sender.id()))
                        .put("name", sender.name())
                        .put("callerId", sender.callerId())
                        .put("maxParts", sender.maxParts())
                        .put("charset", sender.charset().word())
                        .put("validitySeconds", sender.validity().toSeconds())
                        .put("rehearsal", sender.rehearsal())));
        return new JsonObject()
                .put("virtualSenderId", Long.toString(plan.virtualSenderId()))
                .put("name", plan.name())
                .put("rules", of(plan.rules()))
                .put("senders", senders);
    }

    /** A plan from such JSON. */
    public static RoutePlan plan(JsonObject json) {
        return new RoutePlan(
                Long.parseLong(json.getString("virtualSenderId")),
                json.getString("name"),
                rules(json.getJsonArray("rules")),
                json.getJsonArray("senders").stream()
                        .map(each -> sender((JsonObject) each))
                        .toList());
    }

    private static RouteSender sender(JsonObject json) {
        return new RouteSender(
                Long.parseLong(json.getString("id")),
                json.getString("name"),
                json.getString("callerId"),
                json.getInteger("maxParts"),
                // Runs that opened before senders had a policy do not say one.
                CharsetPolicy.of(json.getString("charset", CharsetPolicy.AUTO.word())),
                Duration.ofSeconds(json.getLong("validitySeconds")),
                false,
                null,
                json.getBoolean("rehearsal"));
    }

    private static RouteRule rule(JsonObject json) {
        return new RouteRule(
                json.getString("name", "").strip(),
                RouteMatch.of(json.getString("match")),
                json.getJsonArray("values", new JsonArray()).stream()
                        .map(value -> value.toString().strip())
                        .filter(value -> !value.isEmpty())
                        .toList(),
                json.getJsonArray("targets").stream()
                        .map(each -> target((JsonObject) each))
                        .toList());
    }

    private static RouteTarget target(JsonObject json) {
        return new RouteTarget(
                Long.parseLong(json.getString("senderId")),
                json.getInteger("percent"),
                json.getString("callerId", "").strip());
    }
}
