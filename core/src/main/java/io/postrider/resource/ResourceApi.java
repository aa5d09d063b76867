package io.postrider.resource;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Resources with their channels and databases by HTTP. */
public final class ResourceApi implements Api {
    private static final Pattern CALLER_ID = Pattern.compile("|[0-9]{1,15}|\\+[0-9]{1,15}|[A-Za-z0-9 ._&-]{1,11}");
    private static final Pattern DOMAIN =
            Pattern.compile("|([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9](:[0-9]{1,5})?");
    private final ResourceStore store;

    public ResourceApi(ResourceStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listResources", this::list,
                "createResource", this::create,
                "getResource", this::get,
                "updateResource", this::update,
                "deleteResource", this::delete);
    }

    private Future<Answer> list(Call call) {
        return Page.of(
                        call.paging(),
                        (after, limit) ->
                                store.page(call.account(), after, call.paging().q(), limit),
                        Resource::id,
                        ResourceApi::json)
                .compose(page -> withUses(
                                call.account(),
                                Objects.requireNonNull(page.body()).getJsonArray("items"))
                        .map(done -> page));
    }

    private Future<Void> withUses(long account, JsonArray items) {
        List<Long> ids = items.stream()
                .map(item -> Long.valueOf(((JsonObject) item).getString("id")))
                .toList();
        return store.uses(account, ids).map(uses -> {
            for (int i = 0; i < ids.size(); i++) {
                ResourceUse use = uses.getOrDefault(ids.get(i), ResourceUse.NONE);
                JsonObject counts = new JsonObject();
                new TreeMap<>(use.subscriptions()).forEach((status, count) -> counts.put(status.word(), count));
                JsonArray databases = new JsonArray();
                new TreeMap<>(use.databases())
                        .forEach((id, name) -> databases.add(
                                new JsonObject().put("id", Long.toString(id)).put("name", name)));
                items.getJsonObject(i).put("subscriptions", counts).put("databases", databases);
            }
            return null;
        });
    }

    private Future<Answer> create(Call call) {
        return store.create(resource(call, 0, 1))
                .map(made -> Answer.created("/api/v1/resources/" + made.id(), json(made), made.version()));
    }

    private Future<Answer> get(Call call) {
        return store.get(call.account(), call.id("id")).compose(resource -> {
            JsonObject json = json(resource);
            return withUses(call.account(), new JsonArray().add(json))
                    .map(done -> Answer.versioned(json, resource.version()));
        });
    }

    private Future<Answer> update(Call call) {
        Resource changed = resource(call, call.id("id"), call.version());
        return store.get(call.account(), changed.id())
                .compose(saved -> store.update(changed))
                .map(ResourceApi::shown);
    }

    private Future<Answer> delete(Call call) {
        return store.delete(call.account(), call.id("id"), call.version()).map(done -> Answer.nothing());
    }

    private static Answer shown(Resource resource) {
        return Answer.versioned(json(resource), resource.version());
    }

    private static Resource resource(Call call, long id, int version) {
        JsonObject body = call.body();
        List<Long> databases = body.getJsonArray("databaseIds", new JsonArray()).stream()
                .map(each -> Long.parseLong(each.toString()))
                .toList();
        String domain = body.getString("trackingDomain", "");
        if (!DOMAIN.matcher(domain).matches()) {
            throw Refusal.ofField(ResourceReason.DOMAIN_WRONG, "/trackingDomain", Map.of("domain", domain));
        }
        return new Resource(
                call.account(),
                id,
                body.getString("name").strip(),
                body.getString("website", ""),
                domain,
                callerIds(body.getJsonArray("channels", new JsonArray())),
                databases,
                version,
                call.now());
    }

    private static Map<String, String> callerIds(JsonArray channels) {
        Map<String, String> callerIds = new HashMap<>();
        for (Object each : channels) {
            JsonObject channel = (JsonObject) each;
            String name = channel.getString("channel");
            String callerId = channel.getString("callerId", "");
            if (!name.equals("sms")) {
                throw Refusal.ofField(ResourceReason.CHANNEL_UNKNOWN, "/channels", Map.of("channel", name));
            }
            if (!CALLER_ID.matcher(callerId).matches()) {
                throw Refusal.ofField(ResourceReason.CALLER_ID_WRONG, "/channels", Map.of("callerId", callerId));
            }
            callerIds.put(name, callerId);
        }
        return callerIds;
    }

    private static JsonObject json(Resource resource) {
        JsonArray channels = new JsonArray();
        new TreeMap<>(resource.callerIds())
                .forEach((channel, callerId) ->
                        channels.add(new JsonObject().put("channel", channel).put("callerId", callerId)));
        return new JsonObject()
                .put("id", Long.toString(resource.id()))
                .put("name", resource.name())
                .put("website", resource.website())
                .put("trackingDomain", resource.trackingDomain())
                .put("channels", channels)
                .put(
                        "databaseIds",
                        new JsonArray(resource.databaseIds().stream()
                                .map(String::valueOf)
                                .toList()))
                .put("version", resource.version())
                .put("createdAt", resource.createdAt().toString());
    }
}
