package io.postrider.resource;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.Profile;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.ProfileReason;
import io.postrider.profile.ProfileStore;
import io.postrider.refusal.Refusal;
import io.postrider.resource.RowOutcome.Result;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Profiles with their subscriptions by HTTP, one by one and in batches. They stand here because a profile's subscriptions do. */
public final class ProfileApi implements Api {
    private final DatabaseStore databases;
    private final ProfileStore profiles;
    private final ProfileListing listing;
    private final ProfileBatchStore batches;
    private final SubscribableResources resources;
    private final PhoneNumbers phones;

    public ProfileApi(
            DatabaseStore databases,
            ProfileStore profiles,
            ProfileListing listing,
            ProfileBatchStore batches,
            SubscribableResources resources,
            PhoneNumbers phones) {
        this.databases = databases;
        this.profiles = profiles;
        this.listing = listing;
        this.batches = batches;
        this.resources = resources;
        this.phones = phones;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listProfiles", this::list,
                "createProfile", this::create,
                "writeProfiles", this::batch,
                "getProfile", this::get,
                "updateProfile", this::update,
                "deleteProfile", this::delete);
    }

    private Future<ProfileDatabase> database(Call call) {
        return databases.get(call.account(), call.id("id"));
    }

    private Future<Answer> list(Call call) {
        return database(call).compose(of -> listing.page(of, call.paging()));
    }

    private Future<Answer> get(Call call) {
        return database(call)
                .compose(of -> profiles.get(of, call.id("profileId")))
                .map(profile -> Answer.versioned(ProfileJson.of(profile), profile.version()));
    }

    private Future<Answer> create(Call call) {
        return database(call).compose(of -> {
            ProfileChange change = new ChangeReading(of, phones).read(1, call.body(), List.of(), null);
            return one(of, change)
                    .map(made -> Answer.created(
                            "/api/v1/databases/" + of.id() + "/profiles/" + made.id(),
                            ProfileJson.of(made),
                            made.version()));
        });
    }

    private Future<Answer> update(Call call) {
        int version = call.version();
        JsonObject body = call.body().copy().put("profileId", Long.toString(call.id("profileId")));
        return database(call).compose(of -> {
            ProfileChange change = new ChangeReading(of, phones).read(1, body, List.of(MatchKey.ID), version);
            return one(of, change).map(now -> Answer.versioned(ProfileJson.of(now), now.version()));
        });
    }

    private Future<Answer> delete(Call call) {
        int version = call.version();
        return database(call)
                .compose(of -> profiles.get(of, call.id("profileId"))
                        .compose(found -> batches.delete(of, found.id(), version)))
                .map(done -> Answer.nothing());
    }

    private Future<Profile> one(ProfileDatabase of, ProfileChange change) {
        return resources
                .check(of, List.of(change))
                .compose(fine -> batches.write(new ProfileBatch(of, WriteMode.ADD_AND_UPDATE, List.of(change))))
                .compose(outcome -> {
                    RowOutcome row = outcome.rows().get(0);
                    return row.refusal() == null
                            ? profiles.get(of, row.profileId())
                            : Future.failedFuture(row.refusal());
                });
    }

    private Future<Answer> batch(Call call) {
        JsonObject body = call.body();
        WriteMode mode = WriteMode.of(body.getString("mode", "")).orElse(WriteMode.ADD_AND_UPDATE);
        MatchBy match = MatchBy.of(body.getString("match", "")).orElse(MatchBy.EMAIL_OR_PHONE);
        return database(call).compose(of -> {
            List<String> fields = match.fields(keyField(of, match, body.getString("matchField", "")));
            ChangeReading reading = new ChangeReading(of, phones);
            List<ProfileChange> changes = new ArrayList<>();
            Map<Long, Refusal> unread = new HashMap<>();
            JsonArray items = body.getJsonArray("items");
            for (int i = 0; i < items.size(); i++) {
                try {
                    changes.add(reading.read(i, items.getJsonObject(i), fields, null));
                } catch (Refusal refusal) {
                    unread.put((long) i, refusal);
                }
            }
            return resources
                    .check(of, changes)
                    .compose(fine -> batches.write(new ProfileBatch(of, mode, changes)))
                    .map(outcome -> Answer.of(answer(items.size(), outcome, unread)));
        });
    }

    private static String keyField(ProfileDatabase of, MatchBy match, String name) {
        boolean key = of.field(name).map(ProfileField::key).orElse(false);
        if (match == MatchBy.FIELD && !key) {
            throw Refusal.ofField(ProfileReason.FIELD_UNKNOWN, "/matchField", Map.of("name", name));
        }
        return name;
    }

    private static JsonObject answer(int size, BatchOutcome outcome, Map<Long, Refusal> unread) {
        Map<Long, RowOutcome> byItem = new HashMap<>();
        outcome.rows().forEach(row -> byItem.put(row.line(), row));
        unread.forEach((item, refusal) -> byItem.put(item, new RowOutcome(item, Result.REJECTED, 0, refusal)));
        JsonArray items = new JsonArray();
        for (long i = 0; i < size; i++) {
            RowOutcome row = byItem.get(i);
            if (row != null) {
                items.add(json(row));
            }
        }
        JsonObject json = new JsonObject().put("items", items).put("subscribed", outcome.subscribed());
        for (Result result : Result.values()) {
            json.put(
                    result.name().toLowerCase(Locale.ROOT),
                    byItem.values().stream()
                            .filter(row -> row.result() == result)
                            .count());
        }
        return json;
    }

    private static JsonObject json(RowOutcome row) {
        JsonObject json = new JsonObject().put("result", row.result().name().toLowerCase(Locale.ROOT));
        if (row.profileId() != 0) {
            json.put("profileId", Long.toString(row.profileId()));
        }
        Refusal refusal = row.refusal();
        if (refusal != null) {
            json.put("code", refusal.reason().code()).put("detail", refusal.getMessage());
        }
        return json;
    }
}
