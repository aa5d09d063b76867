package io.postrider.demo;

import io.postrider.rig.Client;
import io.postrider.rig.RunReport;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A running mailing, watched from both sides: ours and the operator's. */
final class Broadcast {
    private static final List<String> TOLD = List.of(
            "found",
            "duplicates",
            "recipients",
            "submitted",
            "delivered",
            "undelivered",
            "expired",
            "refused",
            "inDoubt",
            "noReceipt",
            "clicked");

    private final Client api;
    private final Client simulator;
    private final String mailing;

    Broadcast(Client api, Client simulator, String mailing) {
        this.api = api;
        this.simulator = simulator;
        this.mailing = mailing;
    }

    private Optional<String> id() {
        JsonArray runs = api.get("/api/v1/mailings/" + mailing + "/runs").getJsonArray("items");
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(runs.getJsonObject(0).getString("id"));
    }

    private JsonObject run() {
        return id().map(id -> api.get("/api/v1/runs/" + id)).orElseGet(() -> new JsonObject().put("state", "waiting"));
    }

    JsonObject progress() {
        JsonObject run = run();
        JsonObject figures = run.getJsonObject("figures", new JsonObject());
        JsonObject progress = new JsonObject().put("what", "broadcast").put("state", run.getString("state"));
        TOLD.forEach(name -> progress.put(name, figures.getLong(name, 0L)));
        return progress;
    }

    boolean isAtRest(JsonObject progress) {
        return "rested".equals(progress.getString("state"));
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

    /** The journal and the report, as the API says them. */
    List<Table> tables() {
        String path = "/api/v1/runs/" + id().orElseThrow();
        return List.of(Tables.journal(api.get(path + "/journal")), Tables.report(api.get(path + "/report")));
    }
}
