package io.postrider.sender;

import io.postrider.refusal.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** How senders look in JSON. */
final class SenderView {
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int MAX_PARTS = 10;
    private static final int WINDOW = 1000;

    private SenderView() {}

    /** A new sender as a person describes it. */
    static Sender read(JsonObject body, long account, Map<String, String> settings, Instant now) {
        return read(body, account, settings, now, Duty.ON, false);
    }

    /** A changed sender. */
    static Sender read(JsonObject body, Sender saved, Map<String, String> settings) {
        JsonObject whole = body.copy().put("gateway", saved.gateway()).put("channel", saved.channel());
        return read(whole, saved.accountId(), settings, saved.createdAt(), saved.duty(), saved.rehearsal());
    }

    private static Sender read(
            JsonObject body,
            long account,
            Map<String, String> settings,
            Instant createdAt,
            Duty duty,
            boolean rehearsal) {
        String callerId = body.getString("callerId", "");
        if (!callerId.isEmpty() && !CallerIds.fits(callerId)) {
            throw Refusal.ofField(SenderReason.CALLER_ID_WRONG, "/callerId", Map.of());
        }
        return new Sender(
                account,
                0,
                body.getString("name").strip(),
                body.getString("channel", "sms"),
                body.getString("gateway"),
                settings,
                callerId,
                body.getDouble("messagesPerSecond"),
                body.getDouble("partsPerSecond"),
                Duration.ofSeconds(body.getLong("validitySeconds", DAY_SECONDS)),
                body.getInteger("maxParts", MAX_PARTS),
                CharsetPolicy.of(body.getString("charset", CharsetPolicy.AUTO.word())),
                body.getInteger("window", WINDOW),
                ErrorRulesView.read(body.getJsonObject("errors")),
                DoubtPolicyView.read(body.getJsonObject("doubts")),
                duty,
                rehearsal,
                1,
                1,
                createdAt);
    }

    /** A sender; the names of its secrets where they are known, never the secrets. */
    static JsonObject of(Sender sender, Optional<Collection<String>> secretNames) {
        JsonObject settings = new JsonObject();
        sender.settings().forEach(settings::put);
        JsonObject json = new JsonObject()
                .put("id", Long.toString(sender.id()))
                .put("name", sender.name())
                .put("channel", sender.channel())
                .put("gateway", sender.gateway())
                .put("settings", settings)
                .put("callerId", sender.callerId())
                .put("messagesPerSecond", sender.messagesPerSecond())
                .put("partsPerSecond", sender.partsPerSecond())
                .put("validitySeconds", sender.validity().toSeconds())
                .put("maxParts", sender.maxParts())
                .put("charset", sender.charset().word())
                .put("window", sender.window())
                .put("errors", ErrorRulesView.of(sender.errors()))
                .put("doubts", DoubtPolicyView.of(sender.doubts()))
                .put("paused", sender.paused())
                .put("draining", sender.duty() == Duty.DRAINING)
                .put("drained", sender.duty() == Duty.DRAINED)
                .put("rehearsal", sender.rehearsal())
                .put("version", sender.version())
                .put("createdAt", sender.createdAt().toString());
        secretNames.ifPresent(names -> {
            JsonArray array = new JsonArray();
            names.stream().sorted().forEach(array::add);
            json.put("secretsSet", array);
        });
        return json;
    }
}
