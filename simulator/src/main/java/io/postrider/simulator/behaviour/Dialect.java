package io.postrider.simulator.behaviour;

import io.postrider.simulator.people.MessageEnd;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the operator speaks of message ids and receipts: every one of these was met in the field.
 *
 * @param responseId the message_id of a response
 * @param receiptId the id of a receipt, which some operators write in another way than in the response
 * @param tlvs whether receipts have receipted_message_id and message_state
 * @param text the form of a receipt's text
 * @param dates the form of its dates
 * @param esmClass of a receipt: 4 by the book, 0 or 0x44 by some
 * @param carrier which PDU and field a receipt comes in
 * @param states other words for stat
 */
public record Dialect(
        IdForm responseId,
        IdForm receiptId,
        boolean tlvs,
        TextForm text,
        DateForm dates,
        int esmClass,
        Carrier carrier,
        Map<MessageEnd, String> states) {
    /** By the book. */
    public static final Dialect USUAL = Fields.whole("dialect", new JsonObject(), Dialect::read);

    private static final int LONGEST_STATE = 20;

    /** How an id is written. */
    public enum IdForm {
        decimal,
        hex,
        HEX,
        padded
    }

    /** How a receipt's text is written. */
    public enum TextForm {
        standard,
        upperKeys,
        lowerKeys,
        noCounts,
        shuffled,
        spaced,
        fullWords,
        none
    }

    /** How its dates are written. */
    public enum DateForm {
        minutes,
        seconds,
        full,
        epoch,
        empty
    }

    /** What a receipt comes in. */
    public enum Carrier {
        deliver_sm,
        data_sm,
        payload
    }

    /** Reads it. */
    public static Dialect read(Fields fields) {
        return new Dialect(
                fields.word("responseId", IdForm.decimal, IdForm.values()),
                fields.word("receiptId", fields.word("responseId", IdForm.decimal, IdForm.values()), IdForm.values()),
                fields.flag("tlvs", true),
                fields.word("text", TextForm.standard, TextForm.values()),
                fields.word("dates", DateForm.minutes, DateForm.values()),
                (int) fields.whole("esmClass", 4, 0, 255),
                fields.word("carrier", Carrier.deliver_sm, Carrier.values()),
                fields.object("states", Dialect::words));
    }

    private static Map<MessageEnd, String> words(Fields fields) {
        Map<MessageEnd, String> words = new EnumMap<>(MessageEnd.class);
        for (MessageEnd end : MessageEnd.values()) {
            String word = fields.text(end.outcome(), "");
            if (word.length() > LONGEST_STATE || !word.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
                throw new IllegalArgumentException("A word for a state has at most 20 visible ASCII characters.");
            }
            if (!word.isEmpty()) {
                words.put(end, word);
            }
        }
        return words;
    }

    /** As it is read. */
    public JsonObject document() {
        var words = new JsonObject();
        states.forEach((end, word) -> words.put(end.outcome(), word));
        return new JsonObject()
                .put("responseId", responseId.name())
                .put("receiptId", receiptId.name())
                .put("tlvs", tlvs)
                .put("text", text.name())
                .put("dates", dates.name())
                .put("esmClass", esmClass)
                .put("carrier", carrier.name())
                .put("states", words);
    }

    /** The stat of a receipt. */
    public String word(MessageEnd end) {
        return states.isEmpty() ? end.word() : states.getOrDefault(end, end.word());
    }
}
