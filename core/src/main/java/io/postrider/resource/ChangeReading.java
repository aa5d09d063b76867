package io.postrider.resource;

import io.postrider.profile.FieldValues;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.ProfileReason;
import io.postrider.profile.ReadingRules;
import io.postrider.refusal.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads changes of profiles from the JSON of the API. */
final class ChangeReading {
    private final ProfileDatabase database;
    private final FieldValues values;

    ChangeReading(ProfileDatabase database, PhoneNumbers phones) {
        this.database = database;
        this.values = new FieldValues(phones, new ReadingRules(database.defaultCountry(), List.of()));
    }

    /**
     * One person: {@code values} by field, null to empty a field, and {@code subscriptions}.
     *
     * @param fields by which the person is found, see {@link MatchBy#fields}
     */
    ProfileChange read(long line, JsonObject item, List<String> fields, @Nullable Integer version) {
        Map<String, Object> set = new HashMap<>();
        Set<String> cleared = new HashSet<>();
        JsonObject given = item.getJsonObject("values", new JsonObject());
        for (String name : given.fieldNames()) {
            ProfileField field = database.field(name)
                    .orElseThrow(() ->
                            Refusal.ofField(ProfileReason.FIELD_UNKNOWN, "/values/" + name, Map.of("name", name)));
            Object json = given.getValue(name);
            if (json == null || "".equals(json)) {
                cleared.add(name);
            } else {
                set.put(name, value(field, json));
            }
        }
        return new ProfileChange(line, keys(item, set, fields), version, set, cleared, subscriptions(item));
    }

    private Object value(ProfileField field, Object json) {
        try {
            return values.ofJson(field, json);
        } catch (Refusal refusal) {
            throw Refusal.ofField(refusal.reason(), "/values/" + field.name(), refusal.parameters());
        }
    }

    private static List<MatchKey> keys(JsonObject item, Map<String, Object> set, List<String> fields) {
        List<MatchKey> keys = new ArrayList<>();
        for (String field : fields) {
            Object value = field.equals(MatchKey.ID) ? item.getString("profileId") : set.get(field);
            if (value instanceof List<?> several) {
                several.forEach(each -> keys.add(MatchKey.of(field, each)));
            } else if (value != null) {
                keys.add(MatchKey.of(field, value));
            }
        }
        if (keys.isEmpty() && !fields.isEmpty()) {
            throw Refusal.of(ProfileReason.REQUIRED, Map.of("field", String.join(", ", fields)));
        }
        return keys;
    }

    private List<NewSubscription> subscriptions(JsonObject item) {
        List<NewSubscription> subscriptions = new ArrayList<>();
        for (Object each : item.getJsonArray("subscriptions", new JsonArray())) {
            subscriptions.add(subscription((JsonObject) each));
        }
        return subscriptions;
    }

    /** A subscription as the API is given it. */
    NewSubscription subscription(JsonObject json) {
        String at = json.getString("optedInAt");
        return new NewSubscription(
                Long.parseLong(json.getString("resourceId")),
                json.getString("channel", "sms"),
                values.phone(json.getString("contact")),
                status(json.getString("status")),
                json.getInteger("priority", 0),
                "api",
                at == null ? null : time(at),
                json.getString("optedInIp"),
                json.getString("optedInUrl"));
    }

    /** The status of a word; null for none. */
    static @Nullable SubscriptionStatus status(@Nullable String word) {
        return word == null
                ? null
                : SubscriptionStatus.of(word)
                        .orElseThrow(() ->
                                Refusal.ofField(ResourceReason.STATUS_UNKNOWN, "/status", Map.of("status", word)));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            throw Refusal.ofField(ProfileReason.NOT_A_TIME, "/optedInAt", Map.of("field", "optedInAt", "value", text));
        }
    }
}
