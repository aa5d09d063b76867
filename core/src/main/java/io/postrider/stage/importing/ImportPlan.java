package io.postrider.stage.importing;

import io.postrider.job.Upload;
import io.postrider.resource.MatchBy;
import io.postrider.resource.WriteMode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import is to do; stored as the parameters of its job.
 *
 * @param settings of the importer plugin, such as the delimiter; what is missing is detected
 * @param columns the field for each column that is taken, by the column's name
 * @param matchField the key field to match by; empty unless the match is by a field
 * @param clearEmpty whether an empty cell empties the field; otherwise it leaves the field as it is
 * @param country by which phones without a plus are read; empty for the database's own
 * @param dateFormats patterns tried for dates after ISO 8601; empty for the usual ones
 */
public record ImportPlan(
        long databaseId,
        long uploadId,
        String importer,
        Map<String, String> settings,
        Map<String, String> columns,
        WriteMode mode,
        MatchBy match,
        String matchField,
        boolean clearEmpty,
        String country,
        List<String> dateFormats,
        @Nullable Subscribing subscribing) {
    /** Kind of the jobs that import. */
    public static final String JOB = "import";

    /**
     * To what the people of the file are subscribed.
     *
     * @param column the column with the phone
     * @param rejectInvalid whether a row without a valid phone is rejected; otherwise its profile is kept, without a subscription
     */
    public record Subscribing(long resourceId, String channel, String column, boolean rejectInvalid) {}

    public ImportPlan {
        settings = Map.copyOf(settings);
        columns = Map.copyOf(columns);
        dateFormats = List.copyOf(dateFormats);
    }

    /** The same plan with the name of its importer. */
    ImportPlan readBy(String name) {
        return new ImportPlan(
                databaseId,
                uploadId,
                name,
                settings,
                columns,
                mode,
                match,
                matchField,
                clearEmpty,
                country,
                dateFormats,
                subscribing);
    }

    /** What a job is asked to do: this plan and, for people, how they call the file. */
    public JsonObject orderFor(Upload upload) {
        return json().put("fileName", upload.fileName());
    }

    /** The plan as JSON; ids are texts. */
    public JsonObject json() {
        JsonObject json = new JsonObject()
                .put("databaseId", Long.toString(databaseId))
                .put("uploadId", Long.toString(uploadId))
                .put("importer", importer)
                .put("settings", new JsonObject(new LinkedHashMap<>(settings)))
                .put("columns", new JsonObject(new LinkedHashMap<>(columns)))
                .put("mode", mode.word())
                .put("match", match.word())
                .put("matchField", matchField)
                .put("clearEmpty", clearEmpty)
                .put("country", country)
                .put("dateFormats", new JsonArray(dateFormats));
        if (subscribing != null) {
            json.put(
                    "subscribe",
                    new JsonObject()
                            .put("resourceId", Long.toString(subscribing.resourceId()))
                            .put("channel", subscribing.channel())
                            .put("column", subscribing.column())
                            .put("rejectInvalid", subscribing.rejectInvalid()));
        }
        return json;
    }

    /** The plan in JSON; what is missing has its usual value. */
    public static ImportPlan of(JsonObject json) {
        JsonObject subscribe = json.getJsonObject("subscribe");
        return new ImportPlan(
                Long.parseLong(json.getString("databaseId")),
                Long.parseLong(json.getString("uploadId")),
                json.getString("importer", ""),
                texts(json.getJsonObject("settings")),
                texts(json.getJsonObject("columns")),
                WriteMode.of(json.getString("mode", "")).orElse(WriteMode.ADD_AND_UPDATE),
                MatchBy.of(json.getString("match", "")).orElse(MatchBy.EMAIL_OR_PHONE),
                json.getString("matchField", ""),
                json.getBoolean("clearEmpty", false),
                json.getString("country", ""),
                json.getJsonArray("dateFormats", new JsonArray()).stream()
                        .map(Object::toString)
                        .toList(),
                subscribe == null
                        ? null
                        : new Subscribing(
                                Long.parseLong(subscribe.getString("resourceId")),
                                subscribe.getString("channel", "sms"),
                                subscribe.getString("column"),
                                subscribe.getBoolean("rejectInvalid", false)));
    }

    private static Map<String, String> texts(@Nullable JsonObject json) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (json != null) {
            json.forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
        }
        return texts;
    }
}
