package io.postrider.sender.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.http.HttpFixture;
import io.postrider.queue.LocalQueue;
import io.postrider.queue.Topic;
import io.postrider.sender.SenderOfTests;
import io.postrider.sender.SenderStore;
import io.postrider.sender.route.NumberPlan;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.SecretBox;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PriceApiTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final long KAZAKH = 77011234567L;
    private final BlockingQueue<Long> changed = new LinkedBlockingQueue<>();
    private Database database;
    private SenderStore senders;
    private PriceStore store;
    private HttpFixture http;
    private HttpClientOfTests admin;

    @BeforeAll
    void open(Vertx vertx, Database opened, Ids ids) {
        database = opened;
        senders = new SenderStore(database, ids, new SecretBox(new byte[32], new SecureRandom()));
        store = new PriceStore(database);
        LocalQueue queue = new LocalQueue(vertx);
        queue.subscribe(Topic.SENDER_CHANGED, changed::add);
        http = HttpFixture.open(
                vertx,
                database,
                ids,
                Clock.systemUTC(),
                new PriceApi(store, senders, new NumberPlan()::country, queue));
        admin = http.as("admin");
    }

    @AfterAll
    void close() {
        http.close();
    }

    private String path(long sender) {
        return "/api/v1/senders/" + sender + "/prices";
    }

    private long sender(String name) {
        return new SenderOfTests().name(name).store(senders);
    }

    private static JsonObject row(String prefix, String price, @Nullable String validFrom) {
        return new JsonObject().put("prefix", prefix).put("price", price).put("validFrom", validFrom);
    }

    private static JsonObject body(@Nullable String currency, JsonObject... rows) {
        return new JsonObject().put("currency", currency).put("prices", new JsonArray(List.of(rows)));
    }

    private static List<String> wrong(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        return reply.json().getJsonArray("errors").stream()
                .map(JsonObject.class::cast)
                .map(each -> each.getString("pointer") + " " + each.getString("code"))
                .toList();
    }

    @Test
    void aSenderBeginsWithoutPricesAndGetsThemWhole() throws InterruptedException {
        long id = sender("Priced");
        Reply none = admin.get(path(id));
        assertThat(none.json()).isEqualTo(body(null).put("version", 0));
        assertThat(none.header("ETag")).isEqualTo("\"0\"");

        changed.clear();
        Reply put = admin.at(0)
                .put(
                        path(id),
                        body(
                                "KZT",
                                row("+7 (701)", "12.500000", "2026-12-01T05:00:00+05:00"),
                                row("", "0", null),
                                row("7701", "12", null)));

        assertThat(put.status()).as(put.text()).isEqualTo(200);
        JsonObject saved = body(
                        "KZT",
                        row("", "0", null).put("country", ""),
                        row("7701", "12", null).put("country", "KZ"),
                        row("7701", "12.5", "2026-12-01T00:00:00Z").put("country", "KZ"))
                .put("version", 1);
        assertThat(put.json()).isEqualTo(saved);
        assertThat(admin.get(path(id)).json()).isEqualTo(saved);
        assertThat(changed.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
        PriceBook book = new PriceBook(store);
        TestDatabase.await(book.refresh());
        assertThat(book.of(id).of(KAZAKH, NOW)).isEqualTo(12_000_000);
        assertThat(book.of(id).of(KAZAKH, Instant.parse("2026-12-01T00:00:00Z")))
                .isEqualTo(12_500_000);
        assertThat(book.of(id + 1_000)).isSameAs(PriceList.NONE);

        assertThat(admin.at(1).put(path(id), body("KZT", row("", "1", null))).status())
                .isEqualTo(200);
        assertThat(book.of(id).of(KAZAKH, NOW)).as("until it is read again").isEqualTo(12_000_000);
        TestDatabase.await(book.refresh());
        assertThat(book.of(id).of(KAZAKH, NOW)).isEqualTo(1_000_000);
    }

    @Test
    void whatIsWrongIsNamedBesideItsField() {
        long id = sender("Wrongly priced");
        JsonObject body = body(
                "EURO",
                row("7x", "-1", null),
                row("07", "0.1234567", "yesterday"),
                row("1234567890123456", "1e3", "1066-10-14T00:00:00Z"),
                row("7", "100000.000001", null),
                row("7", "1,5", null),
                row("+7", "1", null),
                row("8", "", "2026-01-01T00:00:00Z"),
                row("8", "1", "2026-01-01T01:00:00+01:00"));

        assertThat(wrong(admin.at(0).put(path(id), body)))
                .containsExactly(
                        "/currency prices-currency-unknown",
                        "/prices/0/prefix prices-prefix-wrong",
                        "/prices/0/price prices-price-wrong",
                        "/prices/1/prefix prices-prefix-wrong",
                        "/prices/1/price prices-price-wrong",
                        "/prices/1/validFrom prices-time-wrong",
                        "/prices/2/prefix prices-prefix-wrong",
                        "/prices/2/price prices-price-wrong",
                        "/prices/2/validFrom prices-time-wrong",
                        "/prices/3/price prices-price-wrong",
                        "/prices/4/price prices-price-wrong",
                        "/prices/4/prefix prices-twice",
                        "/prices/5/prefix prices-twice",
                        "/prices/6/price prices-price-wrong",
                        "/prices/7/prefix prices-twice");
    }

    @Test
    void pricesHaveACurrencyThatExists() {
        long id = sender("Without currency");
        assertThat(wrong(admin.at(0).put(path(id), body(null, row("7", "1", null)))))
                .containsExactly("/currency prices-currency-missing");
        assertThat(wrong(admin.at(0).put(path(id), body("XXX")))).containsExactly("/currency prices-currency-unknown");
        assertThat(admin.at(0)
                        .put(
                                path(id),
                                body("EUR", new JsonObject().put("prefix", "7").put("price", 5)))
                        .status())
                .as("a price is text, so that no digit is lost")
                .isEqualTo(400);
        assertThat(admin.get(path(id)).json().getInteger("version")).isZero();
    }

    @Test
    void fiveThousandPricesAreEnough() {
        long id = sender("Everywhere");
        JsonObject[] rows = Stream.iterate(100_000, i -> i + 1)
                .limit(5_001)
                .map(i -> row(Integer.toString(i), "0.0125", "2026-01-01T00:00:00Z"))
                .toArray(JsonObject[]::new);
        assertThat(wrong(admin.at(0).put(path(id), body("EUR", rows)))).containsExactly("/prices prices-too-many");
        rows = Arrays.copyOf(rows, 5_000);
        assertThat(admin.at(0).put(path(id), body("EUR", rows)).status()).isEqualTo(200);
        assertThat(admin.get(path(id)).json().getJsonArray("prices")).hasSize(5_000);
    }

    @Test
    void whoeverComesLateIsToldSo() {
        long id = sender("Twice changed");
        assertThat(admin.put(path(id), body("EUR")).status()).isEqualTo(428);
        assertThat(admin.at(1).put(path(id), body("EUR")).code()).isEqualTo("prices-stale");
        assertThat(admin.at(0).put(path(id), body("EUR", row("7", "1", null))).status())
                .isEqualTo(200);
        assertThat(admin.at(0).put(path(id), body("EUR")).code()).isEqualTo("prices-stale");
        assertThat(admin.get(path(id)).json().getJsonArray("prices")).hasSize(1);
    }

    @Test
    void theCurrencyStaysOnceMessagesHaveACostInIt() {
        long id = sender("Used");
        assertThat(admin.at(0).put(path(id), body("EUR", row("7", "1", null))).status())
                .isEqualTo(200);
        assertThat(admin.at(1).put(path(id), body("USD", row("7", "1", null))).status())
                .as("not used yet")
                .isEqualTo(200);
        TestDatabase.await(database.update(
                "insert into run_hour (account_id, run_id, sender_id, hour, from_state, to_state, code, n, parts, cost)"
                        + " values (1, $1, $1, now(), 0, 1, '', 1, 1, 1000000)",
                id));

        Reply other = admin.at(2).put(path(id), body("EUR", row("7", "1", null)));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("prices-currency-in-use");
        assertThat(other.text()).contains("costs in USD already");
        assertThat(admin.at(2).put(path(id), body(null)).code()).isEqualTo("prices-currency-in-use");
        assertThat(admin.at(2).put(path(id), body("USD")).status())
                .as("a sender may have no price any more")
                .isEqualTo(200);
    }

    @Test
    void onlyAdminsChangeThem() {
        long id = sender("Guarded");
        assertThat(http.as("marketer").at(0).put(path(id), body("EUR")).status())
                .isEqualTo(403);
        assertThat(http.as("viewer").get(path(id)).status()).isEqualTo(200);
        assertThat(admin.get(path(id + 1_000_000)).code()).isEqualTo("sender-not-found");
        assertThat(admin.at(0).put(path(id + 1_000_000), body("EUR")).code()).isEqualTo("sender-not-found");
    }

    @Test
    void pricesOfASenderDoNotHoldItsDeletion() {
        long id = sender("Leaving");
        assertThat(admin.at(0).put(path(id), body("EUR", row("7", "1", null))).status())
                .isEqualTo(200);
        TestDatabase.await(senders.delete(1, id, 1));
        assertThat(admin.get(path(id)).code()).isEqualTo("sender-not-found");
    }
}
