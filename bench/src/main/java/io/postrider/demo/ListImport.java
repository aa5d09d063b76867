package io.postrider.demo;

import io.postrider.rig.Campaign;
import io.postrider.rig.Client;
import io.postrider.rig.RigException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the list into a database of its own by the API that a customer uses: upload, detect, run. */
final class ListImport {
    private static final String LINK = "https://shop.example/menu";
    private static final String KEY = "key";
    private static final String NAME = "name";
    private static final Set<String> OVER = Set.of("finished", "failed", "cancelled");

    private final Client api;
    private final Input input;
    private final String upload;
    private final JsonObject detected;
    private final List<String> columns;
    private final String database;
    private @Nullable String job;

    private ListImport(Client api, Campaign campaign, Input input) throws IOException {
        this.api = api;
        this.input = input;
        this.upload = api.upload("/api/v1/uploads?fileName=" + encoded(input), input.file())
                .getString("id");
        this.detected = api.post("/api/v1/uploads/" + upload + "/detect", new JsonObject());
        this.columns =
                detected.getJsonArray("columns").stream().map(String::valueOf).toList();
        input.check(columns);
        this.database = campaign.database("Demo", input.country(), fields());
    }

    static ListImport prepare(Client api, Campaign campaign, Input input) {
        try {
            return new ListImport(api, campaign, input);
        } catch (IOException problem) {
            throw new RigException("The file " + input.file() + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    private static String encoded(Input input) {
        return URLEncoder.encode(String.valueOf(input.file().getFileName()), StandardCharsets.UTF_8);
    }

    private List<Campaign.Field> fields() {
        List<Campaign.Field> fields = new ArrayList<>();
        input.key().ifPresent(column -> fields.add(new Campaign.Field(KEY, column, true)));
        input.name(columns).ifPresent(column -> fields.add(new Campaign.Field(NAME, column, false)));
        return fields;
    }

    String database() {
        return database;
    }

    /** A text with a condition and a link, from what the list has. */
    String template() {
        String greeting =
                input.name(columns).isPresent() ? "{if lead.name}Hello, {lead.name}!{else}Hello!{end}" : "Hello!";
        String news = input.city(columns).isPresent()
                ? "{if lead._city equal \"HONOLULU\"}A table in town is free today{else}A table is free today{end}"
                : "A table is free today";
        return greeting + " " + news + ": " + LINK;
    }

    /** Begins the import; whoever has a valid phone becomes a subscriber of the resource. */
    void start(String resource) {
        JsonObject fields = new JsonObject();
        input.key().ifPresent(column -> fields.put(column, KEY));
        input.name(columns).ifPresent(column -> fields.put(column, NAME));
        input.city(columns).ifPresent(column -> fields.put(column, "_city"));
        JsonObject order = new JsonObject()
                .put("uploadId", upload)
                .put("databaseId", database)
                .put("importer", detected.getString("importer"))
                .put("settings", detected.getJsonObject("settings"))
                .put("columns", fields)
                .put("match", input.key().isPresent() ? "field" : "phone")
                .put(
                        "subscribe",
                        new JsonObject()
                                .put("resourceId", resource)
                                .put("channel", "sms")
                                .put("column", input.phone()));
        input.key().ifPresent(column -> order.put("matchField", KEY));
        job = api.post("/api/v1/imports", order).getString("id");
    }

    JsonObject progress() {
        JsonObject now = api.get("/api/v1/jobs/" + Objects.requireNonNull(job));
        return now.getJsonObject("progress").copy().put("what", "import").put("state", now.getString("state"));
    }

    boolean isOver(JsonObject progress) {
        return OVER.contains(progress.getString("state"));
    }

    Outcome.Imported outcome() {
        JsonObject ended = api.get("/api/v1/jobs/" + Objects.requireNonNull(job));
        if (!"finished".equals(ended.getString("state"))) {
            JsonObject problem = ended.getJsonObject("problem");
            String reason = problem == null ? "." : ": " + problem.getString("detail", "");
            throw new RigException("The import has "
                    + ("failed".equals(ended.getString("state")) ? "failed" : "been cancelled") + reason);
        }
        JsonObject counters = ended.getJsonObject("progress");
        return new Outcome.Imported(
                counters.getLong("rows"),
                counters.getLong("added"),
                counters.getLong("updated"),
                counters.getLong("rejected"),
                counters.getLong("withoutPhone"),
                api.get("/api/v1/databases/" + database).getLong("profiles"));
    }
}
