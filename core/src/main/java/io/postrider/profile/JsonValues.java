package io.postrider.profile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of fields as JSON, as they are stored and as the API shows them: dates and times as ISO 8601, lists as arrays. */
public final class JsonValues {
    private JsonValues() {}

    /** A value as JSON. */
    public static Object json(Object value) {
        if (value instanceof LocalDate || value instanceof Instant) {
            return value.toString();
        }
        return value instanceof List<?> list ? new JsonArray(list) : value;
    }

    /** All values as one object. */
    public static JsonObject json(Map<String, Object> values) {
        JsonObject object = new JsonObject();
        values.forEach((name, value) -> object.put(name, json(value)));
        return object;
    }

    /** A stored value as its Java type; null when what is stored does not fit the type, as after an old change of fields. */
    static @Nullable Object stored(FieldType type, @Nullable Object json) {
        if (json == null) {
            return null;
        }
        return switch (type) {
            case TEXT, ENUM, IP -> json.toString();
            case INTEGER -> json instanceof Number number ? (Object) number.longValue() : null;
            case FLOAT -> json instanceof Number number ? (Object) number.doubleValue() : null;
            case BOOLEAN -> json instanceof Boolean ? json : null;
            case DATE, DATETIME -> time(type, json.toString());
            case TAGS, PHONES ->
                json instanceof JsonArray list
                        ? list.stream().map(Object::toString).toList()
                        : null;
        };
    }

    private static @Nullable Object time(FieldType type, String text) {
        try {
            return type == FieldType.DATE ? LocalDate.parse(text) : Instant.parse(text);
        } catch (DateTimeException other) {
            return null;
        }
    }
}
