package io.postrider.simulator.web;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.scenario.Presets;
import io.postrider.simulator.scenario.Scenario;
import io.postrider.simulator.smsc.Exchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** How it behaves: settings, presets and scenarios. */
final class BehaviourApi {
    private final World world;

    BehaviourApi(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.get("/api/v1/behaviour").handler(Answering.json(call -> behaviour()));
        router.put("/api/v1/behaviour").handler(Answering.json(call -> behave(Behaviour.of(Answering.body(call)))));
        router.patch("/api/v1/behaviour")
                .handler(Answering.json(call -> behave(exchange().behaviour().with(Answering.body(call)))));
        router.get("/api/v1/presets").handler(Answering.json(call -> presets()));
        router.post("/api/v1/presets/:name").handler(Answering.json(this::preset));
        router.get("/api/v1/scenario")
                .handler(Answering.json(call -> world.player().document()));
        router.put("/api/v1/scenario").handler(Answering.json(this::play));
        router.delete("/api/v1/scenario").handler(Answering.json(call -> stop()));
        router.post("/api/v1/reset").handler(Answering.json(call -> reset()));
    }

    private Exchange exchange() {
        return world.exchange();
    }

    private JsonObject behaviour() {
        return exchange().behaviour().document();
    }

    private JsonObject behave(Behaviour behaviour) {
        world.player().behave(behaviour);
        return behaviour();
    }

    private static JsonObject presets() {
        var items = new JsonArray();
        Presets.all()
                .values()
                .forEach(preset -> items.add(new JsonObject()
                        .put("name", preset.name())
                        .put("description", preset.description())
                        .put("behaviour", preset.changes())));
        return new JsonObject().put("items", items).putNull("next");
    }

    private JsonObject preset(RoutingContext call) {
        world.player().preset(call.pathParam("name"));
        return behaviour();
    }

    private JsonObject play(RoutingContext call) {
        String text = call.body().asString();
        world.player().play(Scenario.read(text == null ? "" : text));
        return world.player().document();
    }

    private JsonObject stop() {
        world.player().stop();
        return world.player().document();
    }

    private JsonObject reset() {
        exchange().reset();
        return Figures.statistics(world);
    }
}
