package io.postrider.demo;

import io.postrider.rig.Client;
import io.postrider.rig.RunReport;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A running mailing, watched from both sides: ours and the operator's. */
final class Broadcast {
    private static final String SUBSTANCE = "broadcast";

    private final Client api;
    private final Client simulator;
    private final String mailing;

    Broadcast(Client api, Client simulator, String mailing) {
        this.api = api;
        this.simulator = simulator;
        this.mailing = mailing;
    }

    private JsonObject run() {
        JsonArray runs = api.get("/api/v1/mailings/" + mailing + "/runs").getJsonArray("items");
        return runs.isEmpty()
                ? new JsonObject().put("state", "waiting")
                : api.get("/api/v1/runs/" + runs.getJsonObject(0).getString("id"));
    }

    JsonObject progress() {
        JsonObject run = run();
        JsonObject figures = run.getJsonObject("figures", new JsonObject());
        return figures.copy().put("what", SUBSTANCE).put("state", run.getString("state"));
    }

    boolean isAtRest(JsonObject progress) {
        return "at-rest".equals(progress.getString("state"));
    }

    /** How many people have clicked by both counts, and how many clicks the simulator still has to make. */
    JsonObject clicks() {
        JsonObject seen = statistics();
        return new JsonObject()
                .put("what", "clicks")
                .put("clicked", report().clicked())
                .put("peopleWhoClicked", seen.getLong("peopleWhoClicked"))
                .put("clicksWaiting", seen.getLong("clicksWaiting"));
    }

    boolean haveAllClicked(JsonObject clicks) {
        return clicks.getLong("clicksWaiting") == 0 && clicks.getLong("clicked") >= clicks.getLong("peopleWhoClicked");
    }

    JsonObject statistics() {
        return simulator.get("/api/v1/statistics");
    }

    RunReport report() {
        return RunReport.of(run());
    }

    List<Table> tables() {
        return List.of();
    }
}
