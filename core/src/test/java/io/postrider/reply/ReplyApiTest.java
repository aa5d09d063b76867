package io.postrider.reply;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.http.HttpFixture;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class ReplyApiTest {
    private final Database sql;
    private final HttpFixture http;

    ReplyApiTest(Vertx vertx, Database sql, Ids ids) {
        this.sql = sql;
        http = HttpFixture.open(
                vertx,
                sql,
                ids,
                Clock.systemUTC(),
                new ReplyApi(new ReplyStore(sql)),
                new ReplyWordsApi(new WordSettingsStore(sql)));
    }

    @BeforeEach
    void replies() {
        run("truncate reply, reply_words, profile_database, resource, sender, run, mailing, profile cascade");
        run("insert into profile_database (account_id, id, name, created_at) values (1, 7, 'P', now())");
        run("insert into profile (account_id, database_id, id, fname, lname, created_at, updated_at)"
                + " values (1, 7, 1, 'Ann', 'Lee', now(), now())");
        run("insert into resource (account_id, id, name, created_at) values (1, 5, 'Shop', now())");
        run("insert into mailing (account_id, id, name, kind, state, channel, created_at, updated_at)"
                + " values (1, 8, 'Sale', 'broadcast', 'finished', 'sms', now(), now())");
        run("""
                insert into run (account_id, id, mailing_id, kind, state, channel, resource_id, database_id, template_id,
                  template_version, sender_id, caller_id, tracking_base, validity_seconds, max_parts, seed, opened_at)
                values (1, 99, 8, 'live', 'rested', 'sms', 5, 7, 1, 1, 3, 'SHOP', '', 60, 10, 1, now())""");
        run("insert into sender (account_id, id, name, channel, gateway, settings, secrets, created_at)"
                + " values (1, 3, 'Main', 'sms', 'smpp', '{}', '', now())");
        run("""
                insert into reply (account_id, sender_id, contact_key, contact, caller_id, text, at, kind, word, changed, run_id,
                  message_id, resource_id, database_id, profile_id)
                values (1, 3, 18085551234, '18085551234', 'SHOP', 'Stop. 100% sure', '2026-05-01T10:00:00Z', 'stop', 'STOP', 2, 99,
                  11, 5, 7, 1),
                (1, 4, 18085551235, '18085551235', 'SHOP', 'When do you open?', '2026-05-02T10:00:00Z', 'other', '', 0, null, null,
                  null, null, null)""");
        run("insert into reply (account_id, sender_id, contact_key, contact, caller_id, text, at)"
                + " values (1, 3, 0, 'Bank', 'SHOP', 'hi', '2026-05-03T10:00:00Z'),"
                + " (2, 3, 18085551234, '18085551234', 'SHOP', 'of another account', '2026-05-03T10:00:00Z')");
    }

    @AfterEach
    void close() {
        http.close();
    }

    private void run(String query, Object... values) {
        await(sql.query(query, values));
    }

    private List<String> texts(String question) {
        Reply reply = http.as("viewer").get("/api/v1/replies" + question);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        List<String> texts = new ArrayList<>();
        reply.json().getJsonArray("items").forEach(item -> texts.add(((JsonObject) item).getString("text")));
        return texts;
    }

    @Test
    void aReplyTellsWhatItWasReadAsWhatItAnswersAndWhoseItIs() {
        JsonObject stop = http.as("viewer")
                .get("/api/v1/replies?kind=stop")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);

        assertThat(stop.getString("sender")).isEqualTo("Main");
        assertThat(stop.getString("kind")).isEqualTo("stop");
        assertThat(stop.getString("word")).isEqualTo("STOP");
        assertThat(stop.getInteger("changed")).isEqualTo(2);
        assertThat(stop.getJsonObject("answers").getString("messageId")).isEqualTo("11");
        assertThat(stop.getJsonObject("answers").getString("mailing")).isEqualTo("Sale");
        assertThat(stop.getJsonObject("answers").getString("resource")).isEqualTo("Shop");
        assertThat(stop.getJsonObject("person").getString("name")).isEqualTo("Ann Lee");
        JsonObject unread = http.as("viewer")
                .get("/api/v1/replies?limit=1")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(unread.getString("kind")).isEqualTo("unread");
        assertThat(unread.getValue("person")).isNull();
    }

    @Test
    void repliesAreFoundByPhoneTextKindSenderAndTime() {
        assertThat(texts("")).containsExactly("hi", "When do you open?", "Stop. 100% sure");
        assertThat(texts("?q=%2B1+(808)+555-1234")).containsExactly("Stop. 100% sure");
        assertThat(texts("?q=OPEN")).containsExactly("When do you open?");
        assertThat(texts("?q=100%25")).containsExactly("Stop. 100% sure");
        assertThat(texts("?q=%25")).containsExactly("Stop. 100% sure");
        assertThat(texts("?kind=other")).containsExactly("When do you open?");
        assertThat(texts("?senderId=4")).containsExactly("When do you open?");
        assertThat(texts("?from=2026-05-01T10:00:01Z&to=2026-05-03T10:00:00Z")).containsExactly("When do you open?");
        assertThat(http.as("viewer").get("/api/v1/replies?kind=bye").status()).isEqualTo(400);
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        List<String> all = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonObject page = http.as("viewer")
                    .get("/api/v1/replies?limit=1&after=" + after)
                    .json();
            all.add(page.getJsonArray("items").getJsonObject(0).getString("text"));
            after = page.getString("next");
        }
        assertThat(all).containsExactly("hi", "When do you open?", "Stop. 100% sure");
    }

    private static JsonObject words() {
        return new JsonObject()
                .put("firstWord", true)
                .put("stop", new JsonArray())
                .put("start", new JsonArray())
                .put("help", new JsonArray())
                .put("ignored", new JsonArray());
    }

    private Reply put(JsonObject words, int version) {
        HttpClientOfTests marketer = http.as("marketer").with("If-Match", "\"" + version + "\"");
        return marketer.put("/api/v1/reply-words", words);
    }

    private String reading(String text) {
        return http.as("viewer")
                .post("/api/v1/reply-words/reading", new JsonObject().put("text", text))
                .json()
                .getString("kind");
    }

    @Test
    void wordsAreChosenAndCountFromThenOn() {
        Reply before = http.as("viewer").get("/api/v1/reply-words");
        assertThat(before.json().getInteger("version")).isZero();
        assertThat(before.json().getJsonArray("languages").size()).isGreaterThan(39);
        assertThat(reading("Weg damit!")).isEqualTo("other");

        JsonObject chosen = words().put(
                        "stop", new JsonArray().add(" Weg damit ").add("weg DAMIT"))
                .put("ignored", new JsonArray().add("cancel"));
        Reply saved = put(chosen, 0);

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(saved.json().getJsonArray("stop")).containsExactly("Weg damit");
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(reading("Weg damit!")).isEqualTo("stop");
        assertThat(reading("cancel")).isEqualTo("other");
        assertThat(put(chosen, 0).code()).isEqualTo("reply-words-stale");
        assertThat(put(chosen, 1).json().getInteger("version")).isEqualTo(2);
    }

    @Test
    void wordsThatNobodyHasSavedCanBeTried() {
        JsonObject draft = words().put("help", new JsonArray().add("was?"));
        JsonObject read = http.as("viewer")
                .post(
                        "/api/v1/reply-words/reading",
                        new JsonObject().put("text", "WAS").put("words", draft))
                .json();

        assertThat(read.getString("kind")).isEqualTo("help");
        assertThat(read.getString("word")).isEqualTo("was?");
        assertThat(reading("WAS")).isEqualTo("other");
    }

    @Test
    void wordsThatCannotBeAreRefusedAtTheirPlace() {
        assertThat(put(words().put("stop", new JsonArray().add("ok").add("!?")), 0)
                        .code())
                .isEqualTo("reply-word-empty");
        Reply twice = put(words().put("stop", new JsonArray().add("x")).put("help", new JsonArray().add("X.")), 0);
        assertThat(twice.code()).isEqualTo("reply-word-twice");
        assertThat(twice.text()).contains("/help/0");
        assertThat(put(words().put("ignored", new JsonArray().add("Stop")), 0).code())
                .isEqualTo("reply-stop-stays");
        assertThat(put(words().put("start", new JsonArray().add("стоп!")), 0).code())
                .isEqualTo("reply-stop-stays");
        assertThat(put(words().put("ignored", new JsonArray().add("banana")), 0).code())
                .isEqualTo("reply-word-not-standard");
        assertThat(http.as("viewer")
                        .with("If-Match", "\"0\"")
                        .put("/api/v1/reply-words", words())
                        .status())
                .isEqualTo(403);
    }
}
