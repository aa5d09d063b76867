package io.postrider.mailing;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.resource.Audience;
import io.postrider.resource.AudienceStore;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderStore;
import io.postrider.sender.price.CostJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a mailing would go to and what that costs, by HTTP, before anything is sent. It answers for drafts with gaps too, with what
 * can be said so far.
 */
public final class AudienceApi implements Api {
    private final LaunchStore facts;
    private final AudienceStore audiences;
    private final PartsEstimator estimator;
    private final SenderStore senders;

    public AudienceApi(LaunchStore facts, AudienceStore audiences, PartsEstimator estimator, SenderStore senders) {
        this.facts = facts;
        this.audiences = audiences;
        this.estimator = estimator;
        this.senders = senders;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("getMailingAudience", this::get);
    }

    private Future<Answer> get(Call call) {
        boolean withParts = call.flag("parts");
        return facts.facts(call.account(), call.id("id")).compose(now -> {
            @Nullable Audience audience = audience(now.mailing());
            JsonObject json = head(now, call);
            if (audience == null) {
                return Future.succeededFuture(Answer.of(counts(json, null)));
            }
            return waterfall(audience, now.mailing()).compose(waterfall -> {
                counts(json, waterfall);
                return withParts
                        ? priced(json, now, audience, waterfall, call.now())
                        : Future.succeededFuture(Answer.of(json));
            });
        });
    }

    private static @Nullable Audience audience(Mailing mailing) {
        Long resource = mailing.resourceId();
        Long database = mailing.databaseId();
        return resource == null || database == null
                ? null
                : new Audience(mailing.accountId(), resource, mailing.channel(), database);
    }

    private Future<Waterfall> waterfall(Audience audience, Mailing mailing) {
        return audiences
                .withoutContact(audience)
                .compose(without ->
                        audiences.size(audience).map(size -> Waterfall.of(size, without, mailing.recipientsLimit())));
    }

    private Future<Answer> priced(
            JsonObject json, LaunchFacts now, Audience audience, Waterfall waterfall, Instant asked) {
        Instant planned = now.mailing().sendAt();
        Instant at = planned == null || planned.isBefore(asked) ? asked : planned;
        return estimator
                .of(now, audience, waterfall, at)
                .compose(parts -> sender(now.mailing()).map(sender -> {
                    long messages = parts.map(PartsEstimate::messages).orElse(waterfall.recipients());
                    long total = parts.map(PartsEstimate::total).orElse(waterfall.recipients());
                    Forecast forecast = Forecast.of(now.mailing(), sender.orElse(null), messages, total);
                    return Answer.of(
                            json.put("parts", parts.map(AudienceApi::json).orElse(null))
                                    .put("forecast", forecast == null ? null : json(forecast)));
                }));
    }

    private Future<Optional<Sender>> sender(Mailing mailing) {
        Long id = mailing.senderId();
        return id == null ? Future.succeededFuture(Optional.empty()) : senders.find(mailing.accountId(), id);
    }

    private static JsonObject head(LaunchFacts now, Call call) {
        Mailing mailing = now.mailing();
        return new JsonObject()
                .put("source", "database")
                .put("databaseId", id(mailing.databaseId()))
                .put("resourceId", id(mailing.resourceId()))
                .put("missing", missing(mailing))
                .put("limit", mailing.recipientsLimit())
                .put("asOf", call.now().toString());
    }

    private static JsonArray missing(Mailing mailing) {
        JsonArray missing = new JsonArray();
        addIfNull(missing, "resource", mailing.resourceId());
        addIfNull(missing, "database", mailing.databaseId());
        addIfNull(missing, "template", mailing.templateId());
        addIfNull(missing, "sender", mailing.senderId() == null ? mailing.virtualSenderId() : mailing.senderId());
        return missing;
    }

    private static void addIfNull(JsonArray missing, String thing, @Nullable Long id) {
        if (id == null) {
            missing.add(thing);
        }
    }

    private static @Nullable String id(@Nullable Long id) {
        return id == null ? null : id.toString();
    }

    private static JsonObject counts(JsonObject json, @Nullable Waterfall waterfall) {
        return json.put("received", waterfall == null ? null : waterfall.received())
                .put("withoutContact", waterfall == null ? null : waterfall.withoutContact())
                .put("notSubscribed", waterfall == null ? null : waterfall.notSubscribed())
                .put("found", waterfall == null ? null : waterfall.found())
                .put("duplicates", waterfall == null ? null : waterfall.duplicates())
                .put("overLimit", waterfall == null ? null : waterfall.overLimit())
                .put("recipients", waterfall == null ? null : waterfall.recipients());
    }

    private static JsonObject json(PartsEstimate parts) {
        return new JsonObject()
                .put("sampled", parts.sampled())
                .put("exact", parts.exact())
                .put("messages", parts.messages())
                .put("total", parts.total())
                .put("one", parts.one())
                .put("two", parts.two())
                .put("more", parts.more())
                .put("longest", parts.longest())
                .put("gsm7", parts.gsm7())
                .put("ucs2", parts.ucs2())
                .put("notRenderable", parts.notRenderable())
                .put("notGsm", parts.notGsm())
                .put("tooLong", parts.tooLong())
                .put("cost", json(parts.cost()));
    }

    private static @Nullable JsonObject json(@Nullable CostEstimate cost) {
        return cost == null
                ? null
                : new JsonObject().put("amounts", CostJson.of(cost.costs())).put("unpriced", cost.unpriced());
    }

    private static JsonObject json(Forecast forecast) {
        return new JsonObject()
                .put("limit", forecast.limit())
                .put("perSecond", forecast.perSecond())
                .put("seconds", forecast.seconds());
    }
}
