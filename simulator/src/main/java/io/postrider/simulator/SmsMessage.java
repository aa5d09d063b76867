package io.postrider.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as its phone shows it, at the time of asking: the parts that came, joined.
 *
 * @param id its number in the order of arrival
 * @param phone it was sent to, in digits
 * @param from the sender
 * @param text of all parts; a part that is missing is shown as […]
 * @param encoding such as GSM-7 or UCS-2
 * @param parts how many it has
 * @param partsPresent how many of them came
 * @param state on the way, incomplete, delivered, undelivered, expired, rejected, deleted, unknown, cancelled or replaced
 * @param account the system_id that sent it
 * @param flash whether it is shown at once and not kept
 * @param receiptsAcknowledged how many receipts of it the client took
 * @param submittedAt when its first part came
 * @param endedAt when it was delivered or failed; null before
 * @param problem what is wrong with its text; null if nothing is
 * @param clicks how often its links were opened
 */
public record SmsMessage(
        long id,
        String phone,
        String from,
        String text,
        String encoding,
        int parts,
        int partsPresent,
        String state,
        String account,
        boolean flash,
        int receiptsAcknowledged,
        Instant submittedAt,
        @Nullable Instant endedAt,
        @Nullable String problem,
        int clicks) {
    static SmsMessage of(JsonObject message) {
        String ended = message.getString("endedAt");
        return new SmsMessage(
                Long.parseLong(message.getString("id")),
                message.getString("phone"),
                message.getString("from"),
                message.getString("text"),
                message.getString("encoding"),
                message.getInteger("parts"),
                message.getInteger("partsPresent"),
                message.getString("state"),
                message.getString("account"),
                message.getBoolean("flash"),
                message.getInteger("receiptsAcknowledged"),
                Instant.parse(message.getString("submittedAt")),
                ended == null ? null : Instant.parse(ended),
                message.getString("problem"),
                message.getJsonArray("clicks").size());
    }

    /** Whether every part came. */
    public boolean isComplete() {
        return partsPresent == parts;
    }

    /** Whether the client knows what became of it: every part has a receipt that was acknowledged. */
    public boolean isReceipted() {
        return receiptsAcknowledged >= parts;
    }

    /** The message in one line. */
    String line() {
        return phone + " from " + from + ": \"" + text + "\" (" + state + ")";
    }
}
