package io.postrider.simulator.web;

import io.postrider.simulator.scenario.Documents;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of the simulator, and as much of JSON Schema as it uses. */
final class Contract {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonObject document;

    private Contract(JsonObject document) {
        this.document = document;
    }

    static Contract read() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                Contract.class.getResourceAsStream("/io/postrider/simulator/page/openapi-simulator.yaml"))) {
            return new Contract(Documents.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** Each operation by its method and path, such as {@code GET /api/v1/pdus}. */
    Map<String, JsonObject> operations() {
        Map<String, JsonObject> operations = new LinkedHashMap<>();
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            for (String method : paths.getJsonObject(path).fieldNames()) {
                if (METHODS.contains(method)) {
                    operations.put(
                            method.toUpperCase(Locale.ROOT) + " " + path,
                            paths.getJsonObject(path).getJsonObject(method));
                }
            }
        }
        return operations;
    }

    /** What an operation answers with this status; null if that is not told. */
    @Nullable JsonObject response(JsonObject operation, int status) {
        JsonObject told = operation.getJsonObject("responses").getJsonObject(Integer.toString(status));
        return told == null ? null : resolved(told);
    }

    JsonObject schema(String name) {
        return document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    private JsonObject resolved(JsonObject object) {
        String reference = object.getString("$ref");
        if (reference == null) {
            return object;
        }
        JsonObject at = document;
        for (String name : reference.substring(2).split("/", -1)) {
            at = at.getJsonObject(name);
        }
        return resolved(at);
    }

    /** What does not fit, as {@code place: why}. An object without {@code required} must have all its properties. */
    List<String> misfits(JsonObject schema, @Nullable Object value, String place) {
        JsonObject whole = whole(schema);
        JsonArray choices = whole.getJsonArray("oneOf");
        if (choices != null) {
            boolean fits = choices.stream()
                    .anyMatch(
                            choice -> misfits((JsonObject) choice, value, place).isEmpty());
            return fits ? List.of() : List.of(place + ": fits none of the choices: " + value);
        }
        List<String> misfits = new ArrayList<>();
        if (!isOfType(whole.getValue("type"), value)) {
            misfits.add(place + ": " + value + " is no " + whole.getValue("type"));
        }
        JsonArray words = whole.getJsonArray("enum");
        if (words != null && value != null && !words.contains(value)) {
            misfits.add(place + ": " + value + " is none of " + words);
        }
        if (value instanceof JsonObject object && whole.containsKey("properties")) {
            properties(whole, object, place, misfits);
        } else if (value instanceof JsonArray array && whole.containsKey("items")) {
            array.forEach(one -> misfits.addAll(misfits(whole.getJsonObject("items"), one, place + "[]")));
        }
        return misfits;
    }

    private void properties(JsonObject schema, JsonObject object, String place, List<String> misfits) {
        JsonObject properties = schema.getJsonObject("properties");
        Set<String> missing = new TreeSet<>(properties.fieldNames());
        if (schema.containsKey("required")) {
            missing.clear();
            schema.getJsonArray("required").forEach(name -> missing.add((String) name));
        }
        missing.removeAll(object.fieldNames());
        missing.forEach(name -> misfits.add(place + ": lacks " + name));
        for (String name : object.fieldNames()) {
            JsonObject property = properties.getJsonObject(name);
            if (property == null) {
                misfits.add(place + ": " + name + " is not told");
            } else {
                misfits.addAll(misfits(property, object.getValue(name), place + "." + name));
            }
        }
    }

    /** A schema with what its references and its allOf say. */
    private JsonObject whole(JsonObject schema) {
        JsonObject resolved = resolved(schema);
        JsonArray all = resolved.getJsonArray("allOf");
        if (all == null) {
            return resolved;
        }
        var properties = new JsonObject();
        var required = new JsonArray();
        for (Object one : all) {
            JsonObject part = whole((JsonObject) one);
            properties.mergeIn(part.getJsonObject("properties"));
            required.addAll(part.getJsonArray("required"));
        }
        return new JsonObject()
                .put("type", "object")
                .put("properties", properties)
                .put("required", required);
    }

    private static boolean isOfType(@Nullable Object type, @Nullable Object value) {
        if (type instanceof JsonArray types) {
            return types.stream().anyMatch(one -> isOfType(one, value));
        }
        if (!(type instanceof String name)) {
            return true;
        }
        return switch (name) {
            case "object" -> value instanceof JsonObject;
            case "array" -> value instanceof JsonArray;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            case "null" -> value == null;
            default -> false;
        };
    }
}
