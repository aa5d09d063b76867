package io.postrider.simulator.junit;

import io.postrider.simulator.Account;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.Smsc;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.scenario.Presets;
import io.postrider.simulator.scenario.Scenario;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What an annotation wishes for. */
final class Wish {
    private final SmscSimulator wish;
    private final Class<?> test;

    /** @param test the class that a scenario is looked for from */
    Wish(SmscSimulator wish, Class<?> test) {
        this.wish = wish;
        this.test = test;
    }

    /** Starts it, or refuses with one sentence. */
    Smsc start() {
        SimulatorSettings settings = SimulatorSettings.onFreePorts().with(Account.of(wish.account(), wish.password()));
        if (wish.scenario().isEmpty()) {
            return Smsc.start(settings.with(behaviour()), wish.preset());
        }
        if (!wish.preset().isEmpty() || wish.seed() != 1 || wish.latency() >= 0 || wish.receiptDelay() >= 0) {
            throw new IllegalArgumentException(
                    "A scenario says itself what preset, seed and times there are: name them there.");
        }
        return Smsc.start(settings, Scenario.read(resource(wish.scenario())));
    }

    private Behaviour behaviour() {
        Behaviour base = wish.preset().isEmpty()
                ? Behaviour.usual()
                : Presets.of(wish.preset()).behaviour(1);
        var changes = new JsonObject().put("seed", wish.seed());
        if (wish.latency() >= 0) {
            changes.put("latency", wish.latency());
        }
        if (wish.receiptDelay() >= 0) {
            changes.put("receiptDelay", wish.receiptDelay());
        }
        return base.with(changes);
    }

    private String resource(String name) {
        try (InputStream file = test.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "There is no scenario \"" + name + "\" on the class path, seen from " + test.getName() + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
