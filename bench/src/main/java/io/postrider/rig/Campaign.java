package io.postrider.rig;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What it takes to send a mailing, step by step through the public API. Each step gives the id of what it made. */
public final class Campaign {
    private final Client api;

    public Campaign(Client api) {
        this.api = api;
    }

    /**
     * A field that people gave to their profiles.
     *
     * @param key whether profiles are found by it
     */
    public record Field(String name, String label, boolean key) {
        JsonObject json() {
            return new JsonObject()
                    .put("name", name)
                    .put("label", label)
                    .put("type", "text")
                    .put("key", key);
        }
    }

    /**
     * A database of profiles.
     *
     * @param country by which phones without a plus are read; empty for none
     */
    public String database(String name, String country, List<Field> fields) {
        JsonArray definitions = new JsonArray();
        fields.forEach(field -> definitions.add(field.json()));
        return made(
                "databases",
                new JsonObject()
                        .put("name", name)
                        .put("defaultCountry", country)
                        .put("fields", definitions));
    }

    /** A resource with SMS, whose subscribers live in the database. */
    public String resource(String name, String database, String callerId) {
        return made(
                "resources",
                new JsonObject()
                        .put("name", name)
                        .put("databaseIds", new JsonArray().add(database))
                        .put(
                                "channels",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("channel", "sms")
                                                .put("callerId", callerId))));
    }

    /** A sender over SMPP. */
    public String sender(String name, Map<String, String> settings) {
        return sender(name, settings, new JsonObject());
    }

    /** The same with more of its fields, such as {@code callerId}. */
    public String sender(String name, Map<String, String> settings, JsonObject more) {
        JsonObject values = new JsonObject();
        settings.forEach(values::put);
        return made(
                "senders",
                new JsonObject()
                        .put("name", name)
                        .put("gateway", "smpp")
                        .put("settings", values)
                        .mergeIn(more));
    }

    /** A template with a text for SMS. */
    public String template(String name, String text) {
        return made("templates", new JsonObject().put("name", name).put("texts", new JsonObject().put("sms", text)));
    }

    /** A broadcast to everyone in the database who has subscribed, still a draft. */
    public String mailing(String name, String database, String resource, String template, String sender) {
        return mailing(name, database, resource, template, sender, new JsonObject());
    }

    /** The same with more of its fields, such as {@code recipientsLimit}. */
    public String mailing(
            String name, String database, String resource, String template, String sender, JsonObject more) {
        return made(
                "mailings",
                new JsonObject()
                        .put("name", name)
                        .put("databaseId", database)
                        .put("resourceId", resource)
                        .put("templateId", template)
                        .put("senderId", sender)
                        .mergeIn(more));
    }

    /** Starts the mailing. */
    public void activate(String mailing) {
        api.post("/api/v1/mailings/" + mailing + "/activate", new JsonObject());
    }

    private String made(String nouns, JsonObject body) {
        return api.post("/api/v1/" + nouns, body).getString("id");
    }
}
