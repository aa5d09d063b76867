package io.postrider.simulator.web;

import io.postrider.simulator.Behaviour;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** The behaviour as JSON: times in milliseconds, shares in percent. */
final class BehaviourJson {
    private BehaviourJson() {}

    static JsonObject write(Behaviour behaviour) {
        return new JsonObject()
                .put("seed", behaviour.seed())
                .put("latency", behaviour.latency().toMillis())
                .put("receiptDelay", behaviour.receiptDelay().toMillis())
                .put("delivered", behaviour.delivered())
                .put("undelivered", behaviour.undelivered())
                .put("expired", behaviour.expired())
                .put("refused", behaviour.refused())
                .put("click", behaviour.click());
    }

    /** The behaviour with what the body names; a name that does not exist is refused. */
    static Behaviour change(Behaviour now, JsonObject body) {
        JsonObject all = write(now);
        for (String name : body.fieldNames()) {
            if (!all.containsKey(name) || !(body.getValue(name) instanceof Number)) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" is not a setting with a number; the settings are " + all.fieldNames() + ".");
            }
        }
        all.mergeIn(body);
        return new Behaviour(
                all.getLong("seed"),
                Duration.ofMillis(all.getLong("latency")),
                Duration.ofMillis(all.getLong("receiptDelay")),
                all.getDouble("delivered"),
                all.getDouble("undelivered"),
                all.getDouble("expired"),
                all.getDouble("refused"),
                all.getDouble("click"));
    }
}
