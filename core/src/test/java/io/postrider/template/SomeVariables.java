package io.postrider.template;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One recipient of the tests. */
record SomeVariables(Map<String, Object> leads, Map<String, Object> subscriptions) implements Variables {
    static SomeVariables of(Map<String, ?> leads) {
        return new SomeVariables(new HashMap<>(leads), Map.of("phone", "+18085550123"));
    }

    @Override
    public @Nullable Object lead(String name) {
        return leads.get(name);
    }

    @Override
    public @Nullable Object subscription(String name) {
        return subscriptions.get(name);
    }
}
