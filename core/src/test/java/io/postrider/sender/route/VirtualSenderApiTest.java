package io.postrider.sender.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.http.HttpFixture;
import io.postrider.profile.PhoneNumbers;
import io.postrider.sender.DutyStore;
import io.postrider.sender.SenderOfTests;
import io.postrider.sender.SenderStore;
import io.postrider.sender.price.PriceStore;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.SecretBox;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VirtualSenderApiTest {
    private static final String PATH = "/api/v1/virtual-senders";
    private Database database;
    private SenderStore senders;
    private HttpFixture http;
    private HttpClientOfTests admin;
    private long first;
    private long second;

    @BeforeAll
    void open(Vertx vertx, Database opened, Ids ids) {
        database = opened;
        senders = new SenderStore(database, ids, new SecretBox(new byte[32], new SecureRandom()));
        PhoneNumbers phones = new PhoneNumbers();
        http = HttpFixture.open(
                vertx,
                database,
                ids,
                Clock.systemUTC(),
                new VirtualSenderApi(
                        new VirtualSenderStore(database, ids),
                        new NumberPlan(),
                        new Standings(id -> Optional.empty(), Clock.systemUTC(), Duration.ofMinutes(1)),
                        new PriceStore(database),
                        phone -> phone.startsWith("+") ? Optional.of(phones.digits(phone, "")) : Optional.empty()));
        admin = http.as("admin");
        first = sender("KZ-1", true);
        second = sender("KZ-2", false);
    }

    @AfterAll
    void close() {
        http.close();
    }

    private long sender(String name, boolean rehearsal) {
        return new SenderOfTests().name(name).rehearsal(rehearsal).store(senders);
    }

    private static JsonObject rule(String name, String match, List<String> values, JsonObject... targets) {
        return new JsonObject()
                .put("name", name)
                .put("match", match)
                .put("values", new JsonArray(values))
                .put("targets", new JsonArray(List.of(targets)));
    }

    private static JsonObject target(long sender, int percent, String callerId) {
        return new JsonObject()
                .put("senderId", Long.toString(sender))
                .put("percent", percent)
                .put("callerId", callerId);
    }

    private JsonObject virtual(String name) {
        return new JsonObject()
                .put("name", name)
                .put(
                        "rules",
                        new JsonArray()
                                .add(rule(
                                        "Kazakhstan",
                                        "country",
                                        List.of("kz"),
                                        target(first, 30, ""),
                                        target(second, 70, "SHOP KZ")))
                                .add(rule("", "prefix", List.of("+7 (916)"), target(second, 100, "")))
                                .add(rule("", "default", List.of(), target(first, 100, ""))));
    }

    @Test
    void oneIsMadeFoundChangedAndDeleted() {
        Reply made = admin.post(PATH, virtual("Everywhere"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.json().getString("id");
        JsonObject rules = made.json().getJsonArray("rules").getJsonObject(0);
        assertThat(rules.getJsonArray("values")).as("codes in capitals").isEqualTo(new JsonArray(List.of("KZ")));
        assertThat(made.json().getJsonArray("rules").getJsonObject(1).getJsonArray("values"))
                .as("prefixes in digits")
                .isEqualTo(new JsonArray(List.of("7916")));
        assertThat(made.json().getBoolean("rehearsal")).isFalse();
        assertThat(admin.get(PATH + "?q=ryWh").json().getJsonArray("items")).hasSize(1);
        assertThat(admin.get(PATH + "?q=nowhere").json().getJsonArray("items")).isEmpty();
        assertThat(admin.post(PATH, virtual("Everywhere")).code()).isEqualTo("virtual-sender-name-taken");
        JsonObject changed = new JsonObject()
                .put("name", "Only rehearsed")
                .put("rules", new JsonArray().add(rule("", "default", List.of(), target(first, 100, ""))));
        String path = PATH + "/" + id;
        assertThat(admin.put(path, changed).status()).isEqualTo(428);
        Reply put = admin.at(1).put(path, changed);
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(put.json().getBoolean("rehearsal")).as("all its senders are").isTrue();
        assertThat(admin.at(1).put(path, changed).code()).isEqualTo("virtual-sender-stale");
        assertThat(admin.at(2).delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).code()).isEqualTo("virtual-sender-not-found");
    }

    @Test
    void whatIsWrongIsNamedBesideItsField() {
        JsonObject body = new JsonObject()
                .put("name", "Wrong")
                .put(
                        "rules",
                        new JsonArray()
                                .add(rule("", "country", List.of("XX"), target(first, 30, "!"), target(first, 60, "")))
                                .add(rule("", "default", List.of("7"), target(999_999, 100, "")))
                                .add(rule("", "prefix", List.of(), target(first, 100, ""))));
        Reply reply = admin.post(PATH, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getJsonArray("errors").stream()
                        .map(each ->
                                ((JsonObject) each).getString("pointer") + " " + ((JsonObject) each).getString("code")))
                .containsExactly(
                        "/rules/0/values virtual-sender-country-unknown",
                        "/rules/0/targets/0/callerId virtual-sender-caller-id-wrong",
                        "/rules/0/targets/1/senderId virtual-sender-sender-twice",
                        "/rules/0/targets virtual-sender-shares-wrong",
                        "/rules/1/match virtual-sender-default-not-last",
                        "/rules/1/values virtual-sender-values-of-default",
                        "/rules/1/targets/0/senderId virtual-sender-sender-unknown",
                        "/rules/2/match virtual-sender-default-missing",
                        "/rules/2/values virtual-sender-values-missing");
    }

    @Test
    void rulesThatAreNotSavedSayWhereANumberWouldGo() {
        TestDatabase.await(database.update(
                "insert into sender_price_list (account_id, sender_id, currency, version) values (1, $1, 'KZT', 1)",
                first));
        TestDatabase.await(database.update(
                "insert into sender_price (account_id, sender_id, prefix, price) values (1, $1, '770', 12500000)",
                first));
        JsonObject question = new JsonObject()
                .put("phone", "+7 701 234 5678")
                .put("rules", virtual("").getJsonArray("rules"));
        JsonObject answer = admin.post(PATH + "/where", question).json();
        assertThat(answer.getString("contact")).isEqualTo("77012345678");
        assertThat(answer.getString("country")).isEqualTo("KZ");
        assertThat(answer.getString("operator")).isEqualTo("Kcell/Activ");
        assertThat(answer.getInteger("rule")).isZero();
        assertThat(answer.getString("ruleName")).isEqualTo("Kazakhstan");
        assertThat(answer.getString("why")).isEqualTo("share");
        assertThat(answer.getJsonArray("targets").getJsonObject(0).getJsonObject("price"))
                .isEqualTo(new JsonObject().put("currency", "KZT").put("amount", "12.5"));
        assertThat(answer.getJsonArray("targets").getJsonObject(1).getValue("price"))
                .isNull();
        assertThat(answer.getJsonArray("targets").getJsonObject(1).getString("sender"))
                .isEqualTo("KZ-2");
        assertThat(admin.post(PATH + "/where", question.copy().put("phone", "12345"))
                        .code())
                .isEqualTo("virtual-sender-phone-wrong");
    }

    @Test
    void aSenderThatWasPausedLongAgoIsStoodInFor() {
        long tired = sender("Tired", false);
        JsonObject question = new JsonObject()
                .put("phone", "+77012345678")
                .put(
                        "rules",
                        new JsonArray()
                                .add(rule("", "default", List.of(), target(tired, 100, ""), target(second, 0, ""))));
        TestDatabase.await(new DutyStore(database).pause(1, tired));
        assertThat(admin.post(PATH + "/where", question).json().getInteger("taken"))
                .as("not yet")
                .isZero();
        TestDatabase.await(database.update(
                "update sender set paused_at = now() - interval '1 hour' where account_id = 1 and id = $1", tired));
        JsonObject answer = admin.post(PATH + "/where", question).json();
        assertThat(answer.getInteger("taken")).isEqualTo(1);
        assertThat(answer.getString("why")).isEqualTo("paused");
    }

    @Test
    void aSenderThatIsBeingDrainedIsStoodInForAtOnceAndStillOnceItIsDrained() {
        long leaving = sender("Leaving", false);
        JsonObject question = new JsonObject()
                .put("phone", "+77012345678")
                .put(
                        "rules",
                        new JsonArray()
                                .add(rule("", "default", List.of(), target(leaving, 100, ""), target(second, 0, ""))));
        TestDatabase.await(new DutyStore(database).drain(1, leaving));
        JsonObject answer = admin.post(PATH + "/where", question).json();
        assertThat(answer.getInteger("taken")).isEqualTo(1);
        assertThat(answer.getString("why")).isEqualTo("drained");
        TestDatabase.await(database.update(
                "update sender set paused = true, draining = false, drained = true where id = $1", leaving));
        JsonObject later = admin.post(PATH + "/where", question).json();
        assertThat(later.getString("why")).isEqualTo("drained");
        assertThat(later.getJsonArray("targets").getJsonObject(0).getString("standing"))
                .isEqualTo("drained");
    }

    @Test
    void aSenderThatRulesNameIsNotDeleted() {
        long named = sender("Named", false);
        JsonObject body = new JsonObject()
                .put("name", "Names one")
                .put("rules", new JsonArray().add(rule("", "default", List.of(), target(named, 100, ""))));
        assertThat(admin.post(PATH, body).status()).isEqualTo(201);
        assertThat(senders.delete(1, named, 1)
                        .otherwise(problem -> {
                            assertThat(problem).hasMessageContaining("rules of the virtual sender Names one");
                            return null;
                        })
                        .toCompletionStage()
                        .toCompletableFuture())
                .succeedsWithin(Duration.ofSeconds(10));
        assertThat(TestDatabase.await(senders.find(1, named))).isPresent();
    }

    @Test
    void onlyAdminsChangeThem() {
        assertThat(http.as("marketer").post(PATH, virtual("No")).status()).isEqualTo(403);
        assertThat(http.as("viewer").get(PATH).status()).isEqualTo(200);
    }
}
