package io.postrider.simulator.behaviour;

import io.postrider.simulator.people.MessageEnd;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is special for some messages. The first rule that fits a message decides; what it leaves open is as usual.
 *
 * @param name for whoever reads the list
 * @param prefix the phone begins with it; empty for all
 * @param from the sender; empty for all
 * @param text is contained in the text, whatever the case; empty for all
 * @param share of the messages that fit, in percent
 * @param status refuses with this command_status; null does not
 * @param outcome how it ends; null as usual
 * @param error the err of its receipt; empty as usual
 * @param latency until the response; null as usual
 * @param receiptDelay until the receipt; null as usual
 */
public record Rule(
        String name,
        String prefix,
        String from,
        String text,
        double share,
        @Nullable Integer status,
        @Nullable MessageEnd outcome,
        String error,
        @Nullable Delay latency,
        @Nullable Delay receiptDelay) {
    private static final int LONGEST_ERROR = 10;

    static Rule read(Fields fields) {
        String error = fields.text("error", "");
        if (error.length() > LONGEST_ERROR || !error.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("The \"error\" of a rule has at most 10 visible characters.");
        }
        return new Rule(
                fields.text("name", ""),
                fields.text("prefix", ""),
                fields.text("from", ""),
                fields.text("text", ""),
                fields.percent("share", 100),
                fields.optional("status", Statuses::read),
                fields.optional("outcome", Rule::outcome),
                error,
                fields.optional("latency", Delay::read),
                fields.optional("receiptDelay", Delay::read));
    }

    private static MessageEnd outcome(String place, Object value) {
        for (MessageEnd end : MessageEnd.values()) {
            if (end.outcome().equals(value)) {
                return end;
            }
        }
        throw new IllegalArgumentException("\"" + place + "\" must be one of delivered, undelivered, expired, rejected,"
                + " deleted, unknown, unanswered.");
    }

    JsonObject document() {
        var document = new JsonObject()
                .put("name", name)
                .put("prefix", prefix)
                .put("from", from)
                .put("text", text)
                .put("share", Delay.plain(share));
        if (status != null) {
            document.put("status", Statuses.name(status));
        }
        if (outcome != null) {
            document.put("outcome", outcome.outcome());
        }
        if (!error.isEmpty()) {
            document.put("error", error);
        }
        if (latency != null) {
            document.put("latency", latency.document());
        }
        if (receiptDelay != null) {
            document.put("receiptDelay", receiptDelay.document());
        }
        return document;
    }

    /** Whether it is about this message; {@code roll} is between 0 and 100. */
    boolean fits(String phone, String sender, String said, double roll) {
        return phone.startsWith(prefix)
                && (from.isEmpty() || from.equals(sender))
                && (text.isEmpty() || said.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                && roll < share;
    }
}
