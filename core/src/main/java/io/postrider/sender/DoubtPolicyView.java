package io.postrider.sender;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the policy for messages in doubt looks in JSON. What is not said is as usual. */
final class DoubtPolicyView {
    private DoubtPolicyView() {}

    static JsonObject of(DoubtPolicy policy) {
        return new JsonObject()
                .put("action", policy.action().word())
                .put("afterMinutes", policy.after().toMinutes())
                .put("tries", policy.tries());
    }

    static DoubtPolicy read(@Nullable JsonObject json) {
        if (json == null) {
            return DoubtPolicy.USUAL;
        }
        DoubtPolicy usual = DoubtPolicy.USUAL;
        return new DoubtPolicy(
                DoubtPolicy.Action.of(json.getString("action", usual.action().word())),
                Duration.ofMinutes(json.getLong("afterMinutes", usual.after().toMinutes())),
                json.getInteger("tries", usual.tries()));
    }
}
