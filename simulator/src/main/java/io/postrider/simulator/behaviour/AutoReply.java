package io.postrider.simulator.behaviour;

import io.vertx.core.json.JsonObject;

/**
 * What a person writes back.
 *
 * @param after the how-manieth message to a phone is answered, from 1
 * @param containing the message has this in it, whatever the case; empty for all
 * @param text the answer
 * @param share of people who answer, in percent
 * @param delay from the delivery to the answer
 */
public record AutoReply(int after, String containing, String text, double share, Delay delay) {
    private static final int MANY = 1_000_000;
    private static final int LONGEST = 1_000;

    static AutoReply read(Fields fields) {
        String text = fields.text("text", "");
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("An automatic reply needs a \"text\" of at most 1000 characters.");
        }
        return new AutoReply(
                (int) fields.whole("after", 1, 1, MANY),
                fields.text("containing", ""),
                text,
                fields.percent("share", 100),
                fields.value("delay", Delay.NONE, Delay::read));
    }

    JsonObject document() {
        return new JsonObject()
                .put("after", after)
                .put("containing", containing)
                .put("text", text)
                .put("share", Delay.plain(share))
                .put("delay", delay.document());
    }
}
