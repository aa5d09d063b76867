package io.postrider.rig;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Brings a CSV file into a database by the API that a customer uses: upload, detect, run, wait. */
public final class CsvImport {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Set<String> OVER = Set.of("finished", "failed", "cancelled");

    private final Client api;

    public CsvImport(Client api) {
        this.api = api;
    }

    /**
     * Imports the file; whoever has a valid phone becomes a subscriber of the resource.
     *
     * @param phone the column with the phones, by which people are told apart
     * @param columns the fields of the other columns
     * @return the counters of the finished import
     */
    public JsonObject run(Path file, String database, String resource, String phone, Map<String, String> columns) {
        String job = api.post("/api/v1/imports", order(file, database, resource, phone, columns))
                .getString("id");
        JsonObject ended = Poll.until(
                "the import",
                PATIENCE,
                PAUSE,
                () -> api.get("/api/v1/jobs/" + job),
                now -> OVER.contains(now.getString("state")));
        if (!"finished".equals(ended.getString("state"))) {
            throw new RigException("The import was not finished: " + ended.encode());
        }
        return ended.getJsonObject("progress");
    }

    private JsonObject order(Path file, String database, String resource, String phone, Map<String, String> columns) {
        String upload = upload(file);
        JsonObject detected = api.post("/api/v1/uploads/" + upload + "/detect", new JsonObject());
        JsonObject fields = new JsonObject();
        columns.forEach(fields::put);
        return new JsonObject()
                .put("uploadId", upload)
                .put("databaseId", database)
                .put("importer", detected.getString("importer"))
                .put("settings", detected.getJsonObject("settings"))
                .put("columns", fields)
                .put("match", "phone")
                .put(
                        "subscribe",
                        new JsonObject()
                                .put("resourceId", resource)
                                .put("channel", "sms")
                                .put("column", phone));
    }

    private String upload(Path file) {
        try {
            return api.upload("/api/v1/uploads?fileName=" + file.getFileName(), file)
                    .getString("id");
        } catch (IOException problem) {
            throw new RigException("The file " + file + " cannot be read: " + problem.getMessage(), problem);
        }
    }
}
