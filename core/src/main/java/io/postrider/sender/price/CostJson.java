package io.postrider.sender.price;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Amounts of money as the API shows them. */
public final class CostJson {
    private CostJson() {}

    /** One amount a currency. */
    public static JsonArray of(Costs costs) {
        JsonArray amounts = new JsonArray();
        costs.amounts().forEach(amount -> amounts.add(of(amount)));
        return amounts;
    }

    /** An amount; null stays null. */
    public static @Nullable JsonObject of(@Nullable Amount amount) {
        return amount == null
                ? null
                : new JsonObject().put("currency", amount.currency()).put("amount", amount.text());
    }
}
