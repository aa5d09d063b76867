package io.postrider.resource;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.HttpReason;
import io.postrider.http.Operation;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileStore;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Subscriptions by HTTP. */
public final class SubscriptionApi implements Api {
    private final SubscriptionStore store;
    private final DatabaseStore databases;
    private final ProfileStore profiles;
    private final ProfileBatchStore batches;
    private final SubscribableResources resources;
    private final PhoneNumbers phones;

    public SubscriptionApi(
            SubscriptionStore store,
            DatabaseStore databases,
            ProfileStore profiles,
            ProfileBatchStore batches,
            SubscribableResources resources,
            PhoneNumbers phones) {
        this.store = store;
        this.databases = databases;
        this.profiles = profiles;
        this.batches = batches;
        this.resources = resources;
        this.phones = phones;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listProfileSubscriptions", this::ofProfile,
                "listResourceSubscriptions", this::ofResource,
                "writeSubscriptions", this::write,
                "getSubscription", this::get,
                "updateSubscription", this::update);
    }

    private Future<Answer> ofProfile(Call call) {
        return databases
                .get(call.account(), call.id("id"))
                .compose(of -> profiles.get(of, call.id("profileId")))
                .compose(profile -> store.ofProfile(call.account(), profile.databaseId(), profile.id()))
                .map(found -> Answer.page(items(found), null));
    }

    /** In the order of contacts, each with the name of the person; the cursor is the contact and the profile of the last one. */
    private Future<Answer> ofResource(Call call) {
        long databaseId = Long.parseLong(call.query("databaseId").orElse("0"));
        Audience audience = new Audience(
                call.account(), call.id("id"), call.query("channel").orElse("sms"), databaseId);
        SubscriptionStatus status = ChangeReading.status(call.query("status").orElse(null));
        long[] after = cursor(call.paging().after());
        int limit = call.paging().limit();
        return PhoneBeginning.of(call.paging().q())
                .map(phone -> store.ofAudience(audience, phone, after[0], after[1], status, limit + 1))
                .orElseGet(() -> Future.succeededFuture(List.of()))
                .compose(found -> named(audience, found, limit));
    }

    private Future<Answer> named(Audience audience, List<Subscription> found, int limit) {
        boolean more = found.size() > limit;
        List<Subscription> shown = more ? found.subList(0, limit) : found;
        @Nullable String next = more ? cursor(shown.get(limit - 1)) : null;
        List<Long> ids = shown.stream().map(Subscription::profileId).toList();
        return profiles.names(audience.accountId(), audience.databaseId(), ids).map(names -> {
            JsonArray items = new JsonArray();
            shown.forEach(each -> items.add(json(each).put("name", names.get(each.profileId()))));
            return Answer.page(items, next);
        });
    }

    private static String cursor(Subscription last) {
        return last.contact() + "-" + last.profileId();
    }

    private static long[] cursor(String after) {
        if (after.isEmpty()) {
            return new long[] {0, 0};
        }
        String[] parts = after.split("-", 2);
        try {
            return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[parts.length - 1])};
        } catch (NumberFormatException foreign) {
            throw Refusal.ofField(HttpReason.BAD_CURSOR, "/after", Map.of());
        }
    }

    private Future<Answer> write(Call call) {
        JsonArray items = call.body().getJsonArray("items");
        long databaseId = Long.parseLong(call.body().getString("databaseId"));
        return databases.get(call.account(), databaseId).compose(of -> {
            ChangeReading reading = new ChangeReading(of, phones);
            List<ProfileChange> changes = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                changes.add(change(reading, i, items.getJsonObject(i)));
            }
            return resources
                    .check(of, changes)
                    .compose(fine -> batches.write(new ProfileBatch(of, WriteMode.ONLY_UPDATE, changes)))
                    .map(outcome -> Answer.of(answer(of, outcome)));
        });
    }

    private static ProfileChange change(ChangeReading reading, int number, JsonObject item) {
        List<MatchKey> byId = List.of(new MatchKey(MatchKey.ID, item.getString("profileId")));
        try {
            return new ProfileChange(number, byId, null, Map.of(), Set.of(), List.of(reading.subscription(item)));
        } catch (Refusal refusal) {
            throw Refusal.ofField(refusal.reason(), "/items/" + number, refusal.parameters());
        }
    }

    private static JsonObject answer(ProfileDatabase of, BatchOutcome outcome) {
        JsonArray rejected = new JsonArray();
        for (RowOutcome row : outcome.rows()) {
            Refusal refusal = row.refusal();
            if (refusal != null) {
                rejected.add(new JsonObject()
                        .put("pointer", "/items/" + row.line())
                        .put("code", refusal.reason().code())
                        .put("detail", refusal.getMessage()));
            }
        }
        return new JsonObject()
                .put("databaseId", Long.toString(of.id()))
                .put("written", outcome.rows().size() - rejected.size())
                .put("rejected", rejected);
    }

    private Future<Answer> get(Call call) {
        return store.get(call.account(), call.id("id")).map(SubscriptionApi::shown);
    }

    private Future<Answer> update(Call call) {
        int version = call.version();
        SubscriptionStatus status = ChangeReading.status(call.body().getString("status"));
        return store.get(call.account(), call.id("id"))
                .compose(found -> store.change(
                        call.account(), found.id(), version, status, call.body().getInteger("priority"), call.now()))
                .map(SubscriptionApi::shown);
    }

    private static Answer shown(Subscription subscription) {
        return Answer.versioned(json(subscription), subscription.version());
    }

    private static JsonArray items(List<Subscription> subscriptions) {
        JsonArray items = new JsonArray();
        subscriptions.forEach(each -> items.add(json(each)));
        return items;
    }

    private static JsonObject json(Subscription subscription) {
        return new JsonObject()
                .put("id", Long.toString(subscription.id()))
                .put("resourceId", Long.toString(subscription.resourceId()))
                .put("channel", subscription.channel())
                .put("databaseId", Long.toString(subscription.databaseId()))
                .put("profileId", Long.toString(subscription.profileId()))
                .put("contact", subscription.contact())
                .put("status", subscription.status().word())
                .put("priority", subscription.priority())
                .put("source", subscription.source())
                .put(
                        "optedInAt",
                        subscription.optedInAt() == null
                                ? null
                                : subscription.optedInAt().toString())
                .put("optedInIp", subscription.optedInIp())
                .put("optedInUrl", subscription.optedInUrl())
                .put("version", subscription.version())
                .put("createdAt", subscription.createdAt().toString())
                .put("updatedAt", subscription.updatedAt().toString());
    }
}
