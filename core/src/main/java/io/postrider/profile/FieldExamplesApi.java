package io.postrider.profile;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands in the fields of a database, by HTTP: for those who write texts with them. */
public final class FieldExamplesApi implements Api {
    private static final int FROM_EACH_END = 500;
    private static final int LONGEST = 100;
    private final DatabaseStore databases;
    private final ProfileSearchStore profiles;

    public FieldExamplesApi(DatabaseStore databases, ProfileSearchStore profiles) {
        this.databases = databases;
        this.profiles = profiles;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("listFieldExamples", this::examples);
    }

    private Future<Answer> examples(Call call) {
        return databases
                .get(call.account(), call.id("id"))
                .compose(of -> sample(of, ProfileOrder.NEWEST)
                        .compose(newest -> sample(of, ProfileOrder.OLDEST).map(oldest -> answer(of, newest, oldest))));
    }

    private Future<List<Profile>> sample(ProfileDatabase of, ProfileOrder order) {
        return profiles.page(of, "", order, ProfilePlace.start(order), FROM_EACH_END);
    }

    private static Answer answer(ProfileDatabase of, List<Profile> newest, List<Profile> oldest) {
        Map<Long, Profile> sample = new LinkedHashMap<>();
        Stream.concat(newest.stream(), oldest.stream()).forEach(profile -> sample.put(profile.id(), profile));
        Stream<ProfileField> standard = Stream.of(StandardField.values()).map(StandardField::definition);
        JsonArray items = new JsonArray();
        Stream.concat(standard, of.fields().stream()).forEach(field -> items.add(json(field, sample.values())));
        return Answer.of(new JsonObject().put("items", items).putNull("next").put("sampled", sample.size()));
    }

    private static JsonObject json(ProfileField field, Collection<Profile> sample) {
        List<Object> values = sample.stream()
                .map(profile -> profile.values().getOrDefault(field.name(), ""))
                .filter(value -> !isEmpty(value))
                .toList();
        return new JsonObject()
                .put("name", field.name())
                .put("label", field.label())
                .put("type", field.type().word())
                .put("standard", StandardField.of(field.name()).isPresent())
                .put("options", new JsonArray(field.options()))
                .put("filled", values.size())
                .put("example", values.isEmpty() ? null : shown(values.get(0)));
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Collection<?> several
                ? several.isEmpty()
                : value.toString().isBlank();
    }

    /** A value as a message would print it, and no longer than an example needs to be. */
    private static String shown(Object value) {
        String text = value instanceof Collection<?> several
                ? String.join(", ", several.stream().map(Object::toString).toList())
                : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
