package io.postrider.sender.price;

import io.postrider.refusal.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks prices as a person wrote them; each thing that is wrong is named beside its field. */
final class TariffCheck {
    private static final int MOST = 5_000;
    private static final Pattern PREFIX = Pattern.compile("[1-9][0-9]{0,14}");
    private static final Pattern DECORATION = Pattern.compile("[+\\s()-]");
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000);
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private final List<Refusal> wrong = new ArrayList<>();
    private final Set<Price> keys = new HashSet<>();

    private TariffCheck() {}

    /** The prices of a body of the API; refuses them naming every field that is wrong. */
    static Tariff checked(JsonObject body, long account, long sender, int version) {
        return new TariffCheck().tariff(body, account, sender, version);
    }

    private Tariff tariff(JsonObject body, long account, long sender, int version) {
        JsonArray rows = body.getJsonArray("prices");
        if (rows.size() > MOST) {
            throw Refusal.ofField(
                    PriceReason.TOO_MANY,
                    "/prices",
                    Map.of("most", Integer.toString(MOST), "count", Integer.toString(rows.size())));
        }
        String currency = currency(body.getString("currency"), rows.isEmpty());
        List<Price> prices = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            prices.add(price(rows.getJsonObject(i), "/prices/" + i));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.ofFields(PriceReason.ROWS_WRONG, wrong);
        }
        return new Tariff(account, sender, currency, prices, version);
    }

    private @Nullable String currency(@Nullable String code, boolean noPrices) {
        if (code == null || code.isBlank()) {
            if (!noPrices) {
                say(PriceReason.CURRENCY_MISSING, "/currency", Map.of());
            }
            return null;
        }
        String currency = code.strip();
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(currency) && one.getDefaultFractionDigits() >= 0);
        if (!known) {
            say(PriceReason.CURRENCY_UNKNOWN, "/currency", Map.of("currency", currency));
        }
        return currency;
    }

    private Price price(JsonObject row, String pointer) {
        Price price = new Price(
                prefix(row.getString("prefix"), pointer + "/prefix"),
                millionths(row.getString("price"), pointer + "/price"),
                time(row.getString("validFrom"), pointer + "/validFrom"));
        if (!keys.add(new Price(price.prefix(), 0, price.validFrom()))) {
            say(PriceReason.TWICE, pointer + "/prefix", Map.of());
        }
        return price;
    }

    private String prefix(String written, String pointer) {
        String digits = DECORATION.matcher(written).replaceAll("");
        if (!digits.isEmpty() && !PREFIX.matcher(digits).matches()) {
            say(PriceReason.PREFIX_WRONG, pointer, Map.of("prefix", written));
        }
        return digits;
    }

    private long millionths(String written, String pointer) {
        String number = written.strip();
        if (PRICE.matcher(number).matches()) {
            BigDecimal price = new BigDecimal(number).stripTrailingZeros();
            if (price.scale() <= Amount.DECIMALS && price.compareTo(HIGHEST) <= 0) {
                return price.movePointRight(Amount.DECIMALS).longValueExact();
            }
        }
        say(PriceReason.PRICE_WRONG, pointer, Map.of("price", written, "most", HIGHEST.toPlainString()));
        return 0;
    }

    private @Nullable Instant time(@Nullable String written, String pointer) {
        if (written == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(written).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (!time.isBefore(FIRST) && time.isBefore(LAST)) {
                return time;
            }
        } catch (DateTimeException wrongly) {
            // Said below, like a time that is out of any reason.
        }
        say(PriceReason.TIME_WRONG, pointer, Map.of("time", written));
        return null;
    }

    private void say(PriceReason reason, String pointer, Map<String, String> parameters) {
        wrong.add(Refusal.ofField(reason, pointer, parameters));
    }
}
