package io.postrider.profile;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.refusal.Reason;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Databases of profiles and their fields by HTTP. */
public final class DatabaseApi implements Api {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Set<String> RESERVED = Set.of("email", "phones", "subscriptions", "id");
    private static final Set<FieldType> NO_KEYS =
            Set.of(FieldType.FLOAT, FieldType.BOOLEAN, FieldType.DATETIME, FieldType.TAGS, FieldType.PHONES);
    private final DatabaseStore store;
    private final ProfileStore profiles;
    private final PhoneNumbers phones;

    public DatabaseApi(DatabaseStore store, ProfileStore profiles, PhoneNumbers phones) {
        this.store = store;
        this.profiles = profiles;
        this.phones = phones;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listDatabases", this::list,
                "createDatabase", this::create,
                "getDatabase", this::get,
                "updateDatabase", this::update,
                "deleteDatabase", this::delete);
    }

    private Future<Answer> list(Call call) {
        return Page.of(
                        call.paging(),
                        (after, limit) ->
                                store.page(call.account(), after, call.paging().q(), limit),
                        ProfileDatabase::id,
                        DatabaseApi::json)
                .compose(page -> counted(call.account(), page));
    }

    private Future<Answer> counted(long account, Answer page) {
        JsonArray items = Objects.requireNonNull(page.body()).getJsonArray("items");
        List<Long> ids = items.stream()
                .map(item -> Long.valueOf(((JsonObject) item).getString("id")))
                .toList();
        return store.counts(account, ids).map(counts -> {
            for (int i = 0; i < ids.size(); i++) {
                items.getJsonObject(i).put("profiles", counts.getOrDefault(ids.get(i), 0L));
            }
            return page;
        });
    }

    private Future<Answer> create(Call call) {
        JsonObject body = call.body();
        return store.create(
                        new ProfileDatabase(call.account(), 0, name(body), country(body), fields(body), 1, call.now()))
                .map(made -> Answer.created(
                        "/api/v1/databases/" + made.id(), json(made).put("profiles", 0), made.version()));
    }

    private Future<Answer> get(Call call) {
        return store.get(call.account(), call.id("id")).compose(this::counted);
    }

    private Future<Answer> counted(ProfileDatabase database) {
        return profiles.count(database.accountId(), database.id())
                .map(count -> Answer.versioned(json(database).put("profiles", count), database.version()));
    }

    private Future<Answer> update(Call call) {
        int version = call.version();
        JsonObject body = call.body();
        String name = name(body);
        String country = country(body);
        List<ProfileField> fields = fields(body);
        return store.get(call.account(), call.id("id"))
                .compose(saved -> store.hasProfiles(saved.accountId(), saved.id())
                        .compose(used -> {
                            if (used) {
                                checkChanges(saved, fields);
                            }
                            return store.update(new ProfileDatabase(
                                    saved.accountId(), saved.id(), name, country, fields, version, saved.createdAt()));
                        }))
                .compose(this::counted);
    }

    private Future<Answer> delete(Call call) {
        int version = call.version();
        return store.get(call.account(), call.id("id"))
                .compose(found -> store.delete(found.accountId(), found.id(), version))
                .map(done -> Answer.nothing());
    }

    /** Stored values and keys must keep their meaning. */
    private static void checkChanges(ProfileDatabase saved, List<ProfileField> fields) {
        for (ProfileField field : fields) {
            ProfileField before = saved.fields().stream()
                    .filter(old -> old.name().equals(field.name()))
                    .findFirst()
                    .orElse(field);
            if (before.type() != field.type()) {
                throw refused(
                        ProfileReason.FIELD_TYPE_CHANGED,
                        Map.of("name", field.name(), "type", field.type().word()));
            }
            if (before.key() != field.key()) {
                throw refused(ProfileReason.FIELD_KEY_CHANGED, Map.of("name", field.name()));
            }
        }
    }

    private static String name(JsonObject body) {
        return body.getString("name").strip();
    }

    private String country(JsonObject body) {
        String country = body.getString("defaultCountry", "");
        if (!country.isEmpty() && !phones.knows(country)) {
            throw Refusal.ofField(ProfileReason.COUNTRY_UNKNOWN, "/defaultCountry", Map.of("country", country));
        }
        return country;
    }

    private static List<ProfileField> fields(JsonObject body) {
        List<ProfileField> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Object each : body.getJsonArray("fields", new JsonArray())) {
            ProfileField field = field((JsonObject) each);
            if (!names.add(field.name())) {
                throw refused(ProfileReason.FIELD_NAME_TAKEN, Map.of("name", field.name()));
            }
            fields.add(field);
        }
        return fields;
    }

    private static ProfileField field(JsonObject json) {
        String name = json.getString("name");
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            throw refused(ProfileReason.FIELD_NAME_WRONG, Map.of("name", name));
        }
        FieldType type = FieldType.of(json.getString("type")).orElse(FieldType.TEXT);
        List<String> options = json.getJsonArray("options", new JsonArray()).stream()
                .map(Object::toString)
                .toList();
        if (type == FieldType.ENUM && options.isEmpty()) {
            throw refused(ProfileReason.FIELD_OPTIONS_MISSING, Map.of("name", name));
        }
        boolean key = json.getBoolean("key", false);
        if (key && NO_KEYS.contains(type)) {
            throw refused(ProfileReason.FIELD_KEY_TYPE, Map.of("name", name, "type", type.word()));
        }
        String label = json.getString("label", name);
        return new ProfileField(name, label, type, json.getBoolean("required", false), key, options);
    }

    private static Refusal refused(Reason reason, Map<String, String> parameters) {
        return Refusal.ofField(reason, "/fields", parameters);
    }

    private static JsonObject json(ProfileDatabase database) {
        JsonArray fields = new JsonArray();
        database.fields()
                .forEach(field -> fields.add(new JsonObject()
                        .put("name", field.name())
                        .put("label", field.label())
                        .put("type", field.type().word())
                        .put("required", field.required())
                        .put("key", field.key())
                        .put("options", new JsonArray(field.options()))));
        return new JsonObject()
                .put("id", Long.toString(database.id()))
                .put("name", database.name())
                .put("defaultCountry", database.defaultCountry())
                .put("fields", fields)
                .put("version", database.version())
                .put("createdAt", database.createdAt().toString());
    }
}
