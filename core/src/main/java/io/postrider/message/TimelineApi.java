package io.postrider.message;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.HttpReason;
import io.postrider.http.Operation;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.Profile;
import io.postrider.profile.ProfileStore;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened to a person, by HTTP. */
public final class TimelineApi implements Api {
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final String BETWEEN = "~";
    private final DatabaseStore databases;
    private final ProfileStore profiles;
    private final TimelineStore timelines;

    public TimelineApi(DatabaseStore databases, ProfileStore profiles, TimelineStore timelines) {
        this.databases = databases;
        this.profiles = profiles;
        this.timelines = timelines;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("getProfileTimeline", this::timeline);
    }

    private Future<Answer> timeline(Call call) {
        String[] after = call.paging().after().split(BETWEEN, 2);
        Instant before = after[0].isEmpty() ? END : instant(after[0]);
        String reference = after.length > 1 ? after[1] : "";
        int limit = call.paging().limit();
        return databases
                .get(call.account(), call.id("id"))
                .compose(of -> profiles.get(of, call.id("profileId")))
                .compose(profile -> entries(profile, before, reference, limit));
    }

    private Future<Answer> entries(Profile profile, Instant before, String reference, int limit) {
        return timelines.page(profile, before, reference, limit + 1).map(found -> {
            List<TimelineEntry> shown = found.size() > limit ? found.subList(0, limit) : found;
            JsonArray items = new JsonArray();
            shown.forEach(entry -> items.add(json(entry)));
            TimelineEntry last = found.size() > limit ? shown.get(limit - 1) : null;
            return Answer.page(items, last == null ? null : last.at() + BETWEEN + last.reference());
        });
    }

    private static JsonObject json(TimelineEntry entry) {
        return new JsonObject(new HashMap<>(entry.details()))
                .put("at", entry.at().toString())
                .put("kind", entry.kind());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException foreign) {
            throw Refusal.ofField(HttpReason.BAD_CURSOR, "/after", Map.of());
        }
    }
}
