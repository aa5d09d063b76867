package io.postrider.simulator.behaviour;

import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;

/**
 * What people and robots do with links.
 *
 * @param clicks share of people who open a link, in percent
 * @param delay from the delivery to the click
 * @param repeats share of those who open it a second time
 * @param robots share of messages whose links are looked at by a preview robot within a second
 * @param base address that links must begin with, such as {@code https://go.example.com/}; empty opens links of this
 *     machine only
 */
public record Reading(double clicks, Delay delay, double repeats, double robots, String base) {
    private static final double USUAL_CLICKS = 30;
    private static final Pattern BASE = Pattern.compile("https?://[^/\\s@?#]+(/[^\\s?#]*)?");

    static Reading read(Fields fields) {
        String base = fields.text("base", "");
        if (!base.isEmpty() && !BASE.matcher(base).matches()) {
            throw new IllegalArgumentException(
                    "\"reading.base\" must be an address such as https://go.example.com/, or empty.");
        }
        return new Reading(
                fields.percent("clicks", USUAL_CLICKS),
                fields.value("delay", Delay.NONE, Delay::read),
                fields.percent("repeats", 0),
                fields.percent("robots", 0),
                base);
    }

    JsonObject document() {
        return new JsonObject()
                .put("clicks", Delay.plain(clicks))
                .put("delay", delay.document())
                .put("repeats", Delay.plain(repeats))
                .put("robots", Delay.plain(robots))
                .put("base", base);
    }
}
