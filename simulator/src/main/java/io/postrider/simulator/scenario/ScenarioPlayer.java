package io.postrider.simulator.scenario;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.smsc.Exchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets a scenario run, and knows which preset is on. Confined to the event loop of the exchange. */
public final class ScenarioPlayer {
    private final Exchange exchange;
    private @Nullable Scenario scenario;
    private @Nullable String preset;
    private long startedAt;
    private int done;
    private int run;

    public ScenarioPlayer(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Behaves so from now on; a running scenario goes on. */
    public void behave(Behaviour behaviour) {
        preset = null;
        exchange.behave(behaviour);
    }

    /** Changes to a preset with the present seed; a running scenario ends. */
    public void preset(String name) {
        Behaviour behaviour = Presets.of(name).behaviour(exchange.behaviour().seed());
        stop();
        exchange.behave(behaviour);
        preset = name;
    }

    /** The preset that is on; null without one. */
    public @Nullable String preset() {
        return preset;
    }

    /** Notes that the simulator was started with this preset. */
    public void startedWith(String name) {
        preset = name.isEmpty() ? null : name;
    }

    /** Begins a scenario, in the place of a running one. */
    public void play(Scenario next) {
        Behaviour start = next.start();
        stop();
        scenario = next;
        startedAt = exchange.now();
        preset = next.preset().isEmpty() ? null : next.preset();
        exchange.behave(start);
        int thisRun = run;
        for (Scenario.Step step : next.steps()) {
            exchange.after(step.at(), () -> {
                if (thisRun == run) {
                    happen(step, start);
                }
            });
        }
    }

    private void happen(Scenario.Step step, Behaviour start) {
        done++;
        if (step.reset()) {
            exchange.reset();
        }
        Behaviour next = step.apply(exchange.behaviour(), start);
        if (!next.equals(exchange.behaviour())) {
            exchange.behave(next);
        }
        if (!step.preset().isEmpty()) {
            preset = step.preset();
        }
        if (!step.drop().isEmpty()) {
            exchange.dropSessions(step.drop());
        }
    }

    /** Ends the scenario where it is; what it changed stays. */
    public void stop() {
        run++;
        scenario = null;
        done = 0;
    }

    /** What runs, as JSON. */
    public JsonObject document() {
        Scenario now = scenario;
        var steps = new JsonArray();
        if (now == null) {
            return new JsonObject()
                    .putNull("name")
                    .put("running", false)
                    .putNull("startedAt")
                    .put("position", 0)
                    .put("steps", steps);
        }
        for (int i = 0; i < now.steps().size(); i++) {
            Scenario.Step step = now.steps().get(i);
            steps.add(new JsonObject()
                    .put("at", step.at())
                    .put("description", step.words())
                    .put("done", i < done));
        }
        return new JsonObject()
                .put("name", now.name())
                .put("running", done < now.steps().size())
                .put("startedAt", Instant.ofEpochMilli(startedAt).toString())
                .put("position", exchange.now() - startedAt)
                .put("steps", steps);
    }
}
