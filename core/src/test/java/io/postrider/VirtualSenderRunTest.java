package io.postrider;

import static io.postrider.RunningServer.eventually;
import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.message.RecountStore;
import io.postrider.queue.LocalQueue;
import io.postrider.sender.price.Amount;
import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.store.Database;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Mailings by a virtual sender, through the real server and SMPP over TCP: 200 people in Kazakhstan and 100 in Hawaii. */
@ExtendWith(TestDatabase.class)
final class VirtualSenderRunTest {
    private static final int KAZAKH = 200;
    private static final int ALL = 300;
    private final Database database;
    private RunningServer server;
    private Simulator other;
    private String first;
    private String second;

    VirtualSenderRunTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(PostgresAddress postgres, @TempDir Path data) {
        await(database.query("truncate sender, virtual_sender, mailing, template, resource, profile_database, profile,"
                + " subscription, run, chunk, message, message_event, run_hour, run_route, dispatch_batch,"
                + " sender_lease, app_user, user_session, api_key cascade"));
        server = RunningServer.start(postgres, data, RunningServer.allArrive(0), LocalQueue::new);
        prepare();
        other = await(new Simulator(SimulatorSettings.onFreePorts().with(RunningServer.allArrive(0))).start());
        first = server.sender("KZ-1", server.simulator());
        second = server.sender("KZ-2", other);
    }

    @AfterEach
    void close() {
        server.close();
        await(other.stop());
    }

    @Test
    void eachMessageGoesByTheSenderOfItsRuleAndNobodyGetsTwo() throws InterruptedException {
        String virtual = virtual(target(first, 30, ""), target(second, 70, "SHOP KZ"));
        JsonObject run = sent(virtual);

        assertThat(run.getValue("senderId")).isNull();
        assertThat(run.getString("virtualSender")).isEqualTo("Everywhere");
        Map<String, Integer> used = run.getJsonArray("senders").stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.toMap(one -> one.getString("sender"), one -> one.getInteger("messages")));
        int byFirst = used.getOrDefault("KZ-1", 0);
        assertThat(byFirst).as("30 % of 200, and 100 by default").isBetween(158, 162);
        assertThat(used).containsEntry("KZ-2", ALL - byFirst);
        assertThat(callers()).isEqualTo(Map.of("SHOP", (long) byFirst, "SHOP KZ", (long) (ALL - byFirst)));

        JsonObject route = trace("where sender_id = " + second).getJsonObject("route");
        assertThat(route.getInteger("rule")).isZero();
        assertThat(route.getString("ruleName")).isEqualTo("Kazakhstan");
        assertThat(route.getString("why")).isEqualTo("share");
        assertThat(route.getInteger("percent")).isEqualTo(70);
        assertThat(route.getString("sender")).isEqualTo("KZ-2");
        assertThat(route.getString("callerId")).isEqualTo("SHOP KZ");
        JsonObject byDefault = trace("where contact like '1808%'").getJsonObject("route");
        assertThat(byDefault.getString("match")).isEqualTo("default");
        assertThat(byDefault.getString("callerId")).isEqualTo("SHOP");
    }

    @Test
    void whatARunCostsIsExpectedBeforeAndCountedWithEachMessageThatAnOperatorTakes() throws InterruptedException {
        prices(first, "KZT", price("", "40"), price("7", "12.5"));
        prices(second, "USD", price("7701", "0.05"));

        JsonObject run = sent(virtual(target(first, 30, ""), target(second, 70, "")));

        int kazakh = run.getJsonArray("senders").getJsonObject(0).getInteger("messages") - (ALL - KAZAKH);
        JsonArray cost = new JsonArray()
                .add(new JsonObject()
                        .put("currency", "KZT")
                        .put("amount", Amount.text(4_000_000_000L + kazakh * 12_500_000L)))
                .add(new JsonObject().put("currency", "USD").put("amount", Amount.text((KAZAKH - kazakh) * 50_000L)));
        assertThat(run.getJsonObject("figures").getJsonArray("cost")).isEqualTo(cost);
        String report = "/api/v1/runs/" + run.getString("id") + "/report";
        assertThat(server.get(report).getJsonArray("cost")).isEqualTo(cost);
        assertThat(await(new RecountStore(database).differences(1, Long.parseLong(run.getString("id")))))
                .isEmpty();
        JsonObject step =
                trace("where contact like '1808%'").getJsonArray("steps").getJsonObject(0);
        assertThat(step.getJsonObject("cost").getString("amount")).isEqualTo("40");
        JsonObject expected = server.get("/api/v1/mailings/" + run.getString("mailingId") + "/audience?parts=true")
                .getJsonObject("parts")
                .getJsonObject("cost");
        assertThat(expected.getInteger("unpriced")).isZero();
        assertThat(expected.getJsonArray("amounts").stream()
                        .map(amount -> Double.parseDouble(((JsonObject) amount).getString("amount"))))
                .satisfiesExactly(
                        kzt -> assertThat(kzt).isBetween(4_500.0, 5_000.0),
                        usd -> assertThat(usd).isBetween(6.0, 8.0));
    }

    private void prices(String sender, String currency, JsonObject... rows) {
        Reply reply = server.client()
                .at(0)
                .put(
                        "/api/v1/senders/" + sender + "/prices",
                        new JsonObject().put("currency", currency).put("prices", new JsonArray(List.of(rows))));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static JsonObject price(String prefix, String price) {
        return new JsonObject().put("prefix", prefix).put("price", price);
    }

    @Test
    void theNextInTheOrderStandsInForASenderThatIsPausedForLong() throws InterruptedException {
        String virtual = virtual(target(first, 30, ""), target(second, 70, "SHOP KZ"));
        server.post("/api/v1/senders/" + second + "/pause", new JsonObject());
        await(database.query(
                "update sender set paused_at = now() - interval '1 hour' where id = $1", Long.valueOf(second)));
        JsonObject run = sent(virtual);
        assertThat(run.getJsonArray("senders")).hasSize(1);
        JsonObject route =
                trace("where contact = '77010000000' or route % 6 = 1").getJsonObject("route");
        assertThat(route.getString("why")).isEqualTo("paused");
        assertThat(route.getString("drawn")).isEqualTo("KZ-2");
        assertThat(route.getString("sender")).isEqualTo("KZ-1");
        assertThat(route.getString("callerId")).isEqualTo("SHOP");
    }

    @Test
    void aSenderThatIsBeingDrainedIsGoneRoundAtOnce() throws InterruptedException {
        String virtual = virtual(target(first, 30, ""), target(second, 70, "SHOP KZ"));
        server.post("/api/v1/senders/" + second + "/drain", new JsonObject());
        JsonObject run = sent(virtual);
        assertThat(run.getJsonArray("senders")).hasSize(1);
        JsonObject route = trace("where route % 6 = 4").getJsonObject("route");
        assertThat(route.getString("why")).isEqualTo("drained");
        assertThat(route.getString("drawn")).isEqualTo("KZ-2");
        assertThat(route.getString("sender")).isEqualTo("KZ-1");
    }

    @Test
    void aRunWithNobodyElseWaitsForADrainedSenderAndSaysSo() throws InterruptedException {
        server.post("/api/v1/senders/" + second + "/drain", new JsonObject());
        String mailing = started(virtual(target(second, 100, "")));
        JsonObject waiting = eventually(
                () -> lastRun(mailing),
                last -> last.getJsonObject("live", new JsonObject())
                        .getJsonObject("why", new JsonObject())
                        .getString("code", "")
                        .equals("sender-drained"));
        assertThat(waiting.getJsonObject("live").getJsonObject("why").getJsonObject("parameters"))
                .isEqualTo(new JsonObject().put("sender", "KZ-2"));
        assertThat(received()).isEmpty();

        server.post("/api/v1/senders/" + second + "/resume", new JsonObject());
        ended(mailing);
    }

    @Test
    void aTestMessageGoesByTheRulesToo() throws InterruptedException {
        String virtual = virtual(target(first, 0, ""), target(second, 100, "SHOP KZ"));
        JsonObject accepted = server.post(
                "/api/v1/virtual-senders/" + virtual + "/test-message",
                new JsonObject().put("to", "+7 701 234 5678").put("text", "Hello"));
        JsonObject trace = eventually(
                () -> server.get("/api/v1/messages/" + accepted.getString("messageId")),
                message -> "delivered".equals(message.getString("state")));
        assertThat(trace.getString("sender")).isEqualTo("KZ-2");
        assertThat(trace.getJsonObject("route").getString("callerId")).isEqualTo("SHOP KZ");
    }

    /** Sends to everybody and waits until the run is at rest. */
    private JsonObject sent(String virtual) throws InterruptedException {
        return ended(started(virtual));
    }

    private String started(String virtual) {
        String mailing = server.make(
                "/api/v1/mailings",
                new JsonObject()
                        .put("name", "By rules")
                        .put("channel", "sms")
                        .put("resourceId", "5")
                        .put("databaseId", "7")
                        .put("templateId", "9")
                        .put("virtualSenderId", virtual));
        server.post("/api/v1/mailings/" + mailing + "/activate", new JsonObject());
        return mailing;
    }

    private JsonObject ended(String mailing) throws InterruptedException {
        JsonObject run = eventually(() -> lastRun(mailing), last -> "rested".equals(last.getString("state")));
        JsonObject figures = run.getJsonObject("figures");
        assertThat(figures.getInteger("received")).isEqualTo(ALL);
        assertThat(figures.getInteger("found")).isEqualTo(ALL);
        assertThat(figures.getInteger("recipients")).isEqualTo(ALL);
        assertThat(figures.getInteger("delivered")).isEqualTo(ALL);
        List<JsonObject> seen = received();
        assertThat(seen.stream().map(message -> message.getString("phone")).distinct())
                .hasSize(ALL);
        assertThat(seen).as("nobody twice").hasSize(ALL);
        return run;
    }

    private JsonObject lastRun(String mailing) {
        JsonArray items = server.get("/api/v1/mailings/" + mailing + "/runs").getJsonArray("items");
        return items.isEmpty()
                ? new JsonObject()
                : server.get("/api/v1/runs/" + items.getJsonObject(0).getString("id"));
    }

    private Map<String, Long> callers() {
        return received().stream()
                .collect(Collectors.groupingBy(message -> message.getString("from"), Collectors.counting()));
    }

    private List<JsonObject> received() {
        return Stream.of(server.simulator(), other)
                .flatMap(operator -> await(operator.messages()).stream())
                .map(JsonObject.class::cast)
                .toList();
    }

    private JsonObject trace(String condition) {
        long id = await(database.list(
                        row -> row.getLong("id"), "select id from message " + condition + " order by id limit 1"))
                .get(0);
        return server.get("/api/v1/messages/" + id);
    }

    private static JsonObject target(String sender, int percent, String callerId) {
        return new JsonObject().put("senderId", sender).put("percent", percent).put("callerId", callerId);
    }

    private String virtual(JsonObject... targets) {
        JsonObject kazakhstan = new JsonObject()
                .put("name", "Kazakhstan")
                .put("match", "country")
                .put("values", new JsonArray().add("KZ"))
                .put("targets", new JsonArray(List.of(targets)));
        JsonObject rest =
                new JsonObject().put("match", "default").put("targets", new JsonArray().add(target(first, 100, "")));
        return server.make(
                "/api/v1/virtual-senders",
                new JsonObject()
                        .put("name", "Everywhere")
                        .put("rules", new JsonArray().add(kazakhstan).add(rest)));
    }

    private void prepare() {
        await(database.query(
                "insert into profile_database (account_id, id, name, created_at) values (1, 7, 'P', now())"));
        await(database.query("insert into resource (account_id, id, name, created_at) values (1, 5, 'R', now())"));
        await(database.query("insert into resource_channel (account_id, resource_id, channel, caller_id) values (1, 5,"
                + " 'sms', 'SHOP')"));
        await(database.query("insert into resource_database (account_id, resource_id, database_id) values (1, 5, 7)"));
        await(database.query("""
            insert into profile (account_id, database_id, id, fname, created_at, updated_at)
            select 1, 7, i, 'Ann', now(), now() from generate_series(1, $1::int) i\
            """, ALL));
        await(database.query("""
            insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
              status, source, created_at, updated_at)
            select 1, 1000 + i, 5, 'sms', 7, i, c::text, c, 0, 'file', now(), now() from (
              select i, case when i <= $2 then 77010000000 + i * 37 else 18085550000 + i end as c
              from generate_series(1, $1::int) i) s\
            """, ALL, KAZAKH));
        await(database.query(
                "insert into template (account_id, id, name, created_at, updated_at) values (1, 9, 'T', now(),"
                        + " now())"));
        await(database.query("""
            insert into template_version (account_id, template_id, version, channel, text, created_by, created_at)
            values (1, 9, 1, 'sms', 'Hi {lead._fname} https://shop.example/{lead._id}', 1, now())\
            """));
    }
}
