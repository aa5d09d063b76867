package io.postrider.sender.price;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Prices of senders by HTTP. A list is read whole and written whole. */
public final class PriceApi implements Api {
    private final PriceStore prices;
    private final SenderStore senders;
    private final UnaryOperator<String> country;
    private final HintQueue queue;

    /** @param country says the ISO 3166 code of the country of a prefix; empty if it has none */
    public PriceApi(PriceStore prices, SenderStore senders, UnaryOperator<String> country, HintQueue queue) {
        this.prices = prices;
        this.senders = senders;
        this.country = country;
        this.queue = queue;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("getSenderPrices", this::get, "putSenderPrices", this::put);
    }

    private Future<Answer> get(Call call) {
        return sender(call)
                .compose(sender -> prices.get(call.account(), sender.id()))
                .map(this::shown);
    }

    private Future<Answer> put(Call call) {
        int version = call.version();
        return sender(call).compose(sender -> {
            Tariff checked = TariffCheck.checked(call.body(), call.account(), sender.id(), version);
            return prices.put(checked)
                    .onSuccess(done -> queue.hint(Topic.SENDER_CHANGED, sender.id()))
                    .map(this::shown);
        });
    }

    private Future<Sender> sender(Call call) {
        return senders.get(call.account(), call.id("id"));
    }

    private Answer shown(Tariff tariff) {
        JsonArray rows = new JsonArray();
        tariff.prices().forEach(price -> {
            Instant from = price.validFrom();
            rows.add(new JsonObject()
                    .put("prefix", price.prefix())
                    .put("country", price.prefix().isEmpty() ? "" : country.apply(price.prefix()))
                    .put("price", Amount.text(price.millionths()))
                    .put("validFrom", from == null ? null : from.toString()));
        });
        return Answer.versioned(
                new JsonObject()
                        .put("currency", tariff.currency())
                        .put("prices", rows)
                        .put("version", tariff.version()),
                tariff.version());
    }
}
