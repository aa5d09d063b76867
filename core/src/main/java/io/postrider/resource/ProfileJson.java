package io.postrider.resource;

import io.postrider.profile.JsonValues;
import io.postrider.profile.Profile;
import io.vertx.core.json.JsonObject;

/** A profile as the API shows it. */
final class ProfileJson {
    private ProfileJson() {}

    static JsonObject of(Profile profile) {
        return new JsonObject()
                .put("id", Long.toString(profile.id()))
                .put("databaseId", Long.toString(profile.databaseId()))
                .put("values", JsonValues.json(profile.values()))
                .put("version", profile.version())
                .put("createdAt", profile.createdAt().toString())
                .put("updatedAt", profile.updatedAt().toString());
    }
}
