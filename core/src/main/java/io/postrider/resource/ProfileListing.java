package io.postrider.resource;

import io.postrider.http.Answer;
import io.postrider.http.HttpReason;
import io.postrider.http.Paging;
import io.postrider.profile.Profile;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileOrder;
import io.postrider.profile.ProfilePlace;
import io.postrider.profile.ProfileSearchStore;
import io.postrider.profile.SearchWords;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of profiles, each with how its subscriptions stand. */
public final class ProfileListing {
    private final ProfileSearchStore profiles;
    private final SubscriptionStore subscriptions;

    public ProfileListing(ProfileSearchStore profiles, SubscriptionStore subscriptions) {
        this.profiles = profiles;
        this.subscriptions = subscriptions;
    }

    Future<Answer> page(ProfileDatabase of, Paging paging) {
        ProfileOrder order = ProfileOrder.of(paging.sort()).orElse(ProfileOrder.NEWEST);
        ProfilePlace after = ProfilePlace.of(paging.after(), order)
                .orElseThrow(() -> Refusal.ofField(HttpReason.BAD_CURSOR, "/after", Map.of()));
        return profiles.page(of, paging.q(), order, after, paging.limit() + 1)
                .compose(found -> answer(of, found, paging.limit()));
    }

    private Future<Answer> answer(ProfileDatabase of, List<Profile> found, int limit) {
        boolean more = found.size() > limit;
        List<Profile> shown = more ? found.subList(0, limit) : found;
        @Nullable String next = more ? SearchWords.behind(shown.get(limit - 1)).cursor() : null;
        return subscriptions
                .counts(of, shown.stream().map(Profile::id).toList())
                .map(counts -> Answer.page(items(shown, counts), next));
    }

    private static JsonArray items(List<Profile> shown, Map<Long, Map<SubscriptionStatus, Long>> counts) {
        JsonArray items = new JsonArray();
        for (Profile profile : shown) {
            items.add(ProfileJson.of(profile).put("subscriptions", json(counts.getOrDefault(profile.id(), Map.of()))));
        }
        return items;
    }

    private static JsonObject json(Map<SubscriptionStatus, Long> counts) {
        JsonObject json = new JsonObject();
        counts.forEach((status, count) -> json.put(status.word(), count));
        return json;
    }
}
