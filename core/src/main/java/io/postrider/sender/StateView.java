package io.postrider.sender;

import io.postrider.plugin.api.GatewayState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the doings of a sender look in JSON. */
final class StateView {
    private StateView() {}

    /** For lists of many senders: how it is, how fast it goes and what waits. */
    static JsonObject brief(Sender sender, Optional<SenderActivity> activity) {
        SenderHealth health = SenderHealth.of(sender, activity);
        GatewayState state = activity.map(SenderActivity::state)
                .orElseGet(() -> new GatewayState(GatewayState.Phase.STOPPED, absence(sender)));
        JsonObject json = new JsonObject()
                .put("senderId", Long.toString(sender.id()))
                .put("name", sender.name())
                .put("paused", sender.paused())
                .put("draining", sender.duty() == Duty.DRAINING)
                .put("drained", sender.duty() == Duty.DRAINED)
                .put("rehearsal", sender.rehearsal())
                .put(
                        "health",
                        new JsonObject()
                                .put("level", health.level().word())
                                .put("code", health.code())
                                .put("sentence", health.sentence()))
                .put("phase", word(state.phase()))
                .put("detail", state.sentences());
        activity.ifPresent(now -> json.mergeIn(running(now)));
        return json;
    }

    private static String absence(Sender sender) {
        return sender.duty() == Duty.DRAINED
                ? "The sender is drained, so its connection is closed."
                : "The sender is not running at this moment.";
    }

    /** With errors, delays, history and what waits in front of it. */
    static JsonObject whole(Sender sender, Optional<SenderActivity> activity, SenderQueue queue) {
        Instant next = queue.nextTry();
        JsonObject json = brief(sender, activity)
                .put(
                        "queue",
                        new JsonObject()
                                .put("due", queue.due())
                                .put("later", queue.later())
                                .put("held", queue.held())
                                .put("nextTry", next == null ? null : next.toString()));
        activity.ifPresent(now -> json.put("submitLatency", delay(now.submitLatency()))
                .put("receiptDelay", delay(now.receiptDelay()))
                .put("errors", array(now.faults(), StateView::fault))
                .put("troubles", array(now.troubles(), StateView::trouble))
                .put("history", array(now.history(), StateView::point)));
        return json;
    }

    private static JsonObject running(SenderActivity now) {
        SenderActivity.Pace pace = now.pace();
        return new JsonObject()
                .put("node", now.node())
                .put("since", now.since().toString())
                .put("messagesPerSecond", pace.messages())
                .put("partsPerSecond", pace.parts())
                .put("receiptsPerSecond", pace.receipts())
                .put("errorsPerSecond", pace.troubles())
                .put("allowedMessagesPerSecond", pace.allowedMessages())
                .put("allowedPartsPerSecond", pace.allowedParts())
                .put("window", now.window())
                .put("inFlight", now.inFlight())
                .put("unsent", now.unsent())
                .put("waiting", now.waiting())
                .put("slowed", pace.held())
                .put("broken", broken(now.broken()))
                .put("at", now.at().toString());
    }

    private static @Nullable JsonObject broken(SenderActivity.@Nullable Break broken) {
        return broken == null
                ? null
                : new JsonObject()
                        .put("reason", broken.reason())
                        .put("restSeconds", broken.rest().toSeconds());
    }

    private static @Nullable JsonObject delay(SenderActivity.@Nullable Delay delay) {
        return delay == null
                ? null
                : new JsonObject()
                        .put("medianMillis", delay.median().toMillis())
                        .put("p95Millis", delay.p95().toMillis())
                        .put("p99Millis", delay.p99().toMillis())
                        .put("samples", delay.samples());
    }

    private static JsonObject fault(SenderActivity.Fault fault) {
        return new JsonObject()
                .put("kind", word(fault.kind()))
                .put("code", fault.code())
                .put("text", fault.text())
                .put("count", fault.count())
                .put("lastAt", fault.lastAt().toString());
    }

    private static JsonObject trouble(SenderActivity.Trouble trouble) {
        return new JsonObject()
                .put("at", trouble.at().toString())
                .put("code", trouble.code())
                .put("text", trouble.text());
    }

    private static JsonObject point(SenderActivity.Point point) {
        return new JsonObject()
                .put("at", point.at().toString())
                .put("messages", point.messages())
                .put("parts", point.parts())
                .put("receipts", point.receipts())
                .put("errors", point.troubles());
    }

    private static <T> JsonArray array(List<T> items, Function<T, JsonObject> json) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(json.apply(item)));
        return array;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
