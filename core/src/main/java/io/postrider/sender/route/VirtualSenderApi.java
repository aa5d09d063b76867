package io.postrider.sender.route;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.refusal.Refusal;
import io.postrider.sender.price.Amount;
import io.postrider.sender.price.CostJson;
import io.postrider.sender.price.PriceList;
import io.postrider.sender.price.PriceStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Virtual senders by HTTP, and the question where a number would go. */
public final class VirtualSenderApi implements Api {
    private static final String PATH = "/api/v1/virtual-senders/";
    private final VirtualSenderStore store;
    private final NumberPlan plan;
    private final Standings standings;
    private final PriceStore prices;
    private final Function<String, Optional<String>> phones;

    /** @param phones a phone as typed → the phone in E.164 without the plus sign */
    public VirtualSenderApi(
            VirtualSenderStore store,
            NumberPlan plan,
            Standings standings,
            PriceStore prices,
            Function<String, Optional<String>> phones) {
        this.store = store;
        this.plan = plan;
        this.standings = standings;
        this.prices = prices;
        this.phones = phones;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listVirtualSenders", this::list,
                "createVirtualSender", this::create,
                "getVirtualSender", this::get,
                "updateVirtualSender", this::update,
                "deleteVirtualSender", this::delete,
                "whereWouldItGo", this::where);
    }

    private Future<Answer> list(Call call) {
        return Page.of(
                call.paging(),
                (after, limit) ->
                        store.page(call.account(), after, call.paging().q(), limit),
                VirtualSender::id,
                VirtualSenderApi::json);
    }

    private Future<Answer> create(Call call) {
        return checked(call, 0, 1)
                .compose(store::create)
                .map(made -> Answer.created(PATH + made.id(), json(made), made.version()));
    }

    private Future<Answer> get(Call call) {
        return store.get(call.account(), call.id("id")).map(VirtualSenderApi::shown);
    }

    private Future<Answer> update(Call call) {
        int version = call.version();
        return store.get(call.account(), call.id("id"))
                .compose(saved -> checked(call, saved.id(), version))
                .compose(store::update)
                .map(VirtualSenderApi::shown);
    }

    private Future<Answer> delete(Call call) {
        int version = call.version();
        return store.get(call.account(), call.id("id"))
                .compose(saved -> store.delete(call.account(), saved.id(), version))
                .map(done -> Answer.nothing());
    }

    private Future<VirtualSender> checked(Call call, long id, int version) {
        JsonObject body = call.body();
        List<RouteRule> written = RouteJson.rules(body.getJsonArray("rules"));
        return known(call.account(), written)
                .map(known -> new VirtualSender(
                        call.account(),
                        id,
                        body.getString("name").strip(),
                        new RuleCheck(plan, known.keySet()).checked(written),
                        false,
                        version,
                        call.now()));
    }

    private Future<Map<Long, RouteSender>> known(long account, List<RouteRule> rules) {
        List<Long> named = rules.stream()
                .flatMap(rule -> rule.targets().stream())
                .map(RouteTarget::senderId)
                .distinct()
                .toList();
        return store.senders(account, named).map(found -> {
            Map<Long, RouteSender> senders = new HashMap<>();
            found.forEach(sender -> senders.put(sender.id(), sender));
            return senders;
        });
    }

    private Future<Answer> where(Call call) {
        JsonObject body = call.body();
        String typed = body.getString("phone");
        String contact = phones.apply(typed)
                .orElseThrow(() ->
                        Refusal.ofField(VirtualSenderReason.PHONE_WRONG, "/phone", Map.of("phone", typed.strip())));
        List<RouteRule> written = RouteJson.rules(body.getJsonArray("rules"));
        return known(call.account(), written).compose(senders -> {
            List<RouteRule> rules = new RuleCheck(plan, senders.keySet()).checked(written);
            Router router = new Router(rules, plan);
            int rule = router.rule(contact, body.getString("callerId", ""));
            RouteChoice choice = router.choose(
                    rule,
                    Shares.alone(0, Long.parseLong(contact)),
                    id -> standings.of(Objects.requireNonNull(senders.get(id))));
            return prices.lists(call.account(), senders.keySet())
                    .map(lists -> Answer.of(where(
                            contact, rules.get(rule), choice, senders, id -> price(lists.get(id), contact, call))));
        });
    }

    private static @Nullable JsonObject price(@Nullable PriceList list, String contact, Call call) {
        String currency = list == null ? null : list.currency();
        if (list == null || currency == null) {
            return null;
        }
        long price = list.of(Long.parseLong(contact), call.now());
        return price == PriceList.NO_PRICE ? null : CostJson.of(new Amount(currency, price));
    }

    private JsonObject where(
            String contact,
            RouteRule rule,
            RouteChoice choice,
            Map<Long, RouteSender> senders,
            LongFunction<@Nullable JsonObject> price) {
        JsonArray targets = new JsonArray();
        for (RouteTarget target : rule.targets()) {
            RouteSender sender = Objects.requireNonNull(senders.get(target.senderId()));
            targets.add(new JsonObject()
                    .put("senderId", Long.toString(sender.id()))
                    .put("sender", sender.name())
                    .put("percent", target.percent())
                    .put("callerId", target.callerId())
                    .put("standing", standings.of(sender).word())
                    .put("price", price.apply(sender.id())));
        }
        return new JsonObject()
                .put("contact", contact)
                .put("country", plan.country(contact))
                .put("operator", plan.operator(contact))
                .put("rule", choice.rule())
                .put("ruleName", rule.name())
                .put("match", rule.match().word())
                .put("targets", targets)
                .put("drawn", choice.drawn())
                .put("taken", choice.taken())
                .put("why", choice.why().word());
    }

    private static Answer shown(VirtualSender virtual) {
        return Answer.versioned(json(virtual), virtual.version());
    }

    private static JsonObject json(VirtualSender virtual) {
        return new JsonObject()
                .put("id", Long.toString(virtual.id()))
                .put("name", virtual.name())
                .put("rules", RouteJson.of(virtual.rules()))
                .put("rehearsal", virtual.rehearsal())
                .put("version", virtual.version())
                .put("createdAt", virtual.createdAt().toString());
    }
}
