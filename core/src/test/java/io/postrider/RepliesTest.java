package io.postrider;

import static io.postrider.RunningServer.eventually;
import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.queue.LocalQueue;
import io.postrider.store.Database;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people write back through a real operator, and what the next mailing makes of it. */
@ExtendWith(TestDatabase.class)
final class RepliesTest {
    private static final int PEOPLE = 8;
    private static final long FIRST = 18_085_551_230L;
    private final Database database;

    RepliesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void people() {
        run(
                "truncate sender, mailing, template, resource, profile_database, profile, subscription, run, chunk, message,"
                        + " message_event, message_exclusion, run_exclusion, run_hour, dispatch_batch, sender_lease, app_user,"
                        + " user_session, api_key, reply, reply_effect, reply_words cascade");
        run("insert into profile_database (account_id, id, name, created_at) values (1, 7, 'P', now())");
        run("insert into resource (account_id, id, name, created_at) values (1, 5, 'R', now())");
        run("insert into resource_channel (account_id, resource_id, channel, caller_id) values (1, 5, 'sms', 'SHOP')");
        run("insert into resource_database (account_id, resource_id, database_id) values (1, 5, 7)");
        run("""
                insert into profile (account_id, database_id, id, fname, created_at, updated_at)
                select 1, 7, g, 'Ann', now(), now() from generate_series(1, 8) g""");
        run("""
                insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
                  status, source, created_at, updated_at)
                select 1, 100 + g, 5, 'sms', 7, g, (18085551230 + g)::text, 18085551230 + g, 0, 'file', now(), now()
                from generate_series(1, 8) g""");
        run("insert into template (account_id, id, name, created_at, updated_at) values (1, 9, 'T', now(), now())");
        run("""
                insert into template_version (account_id, template_id, version, channel, text, created_by, created_at)
                values (1, 9, 1, 'sms', 'Sale today', 1, now())""");
    }

    private void run(String sql, Object... values) {
        await(database.query(sql, values));
    }

    private static RunningServer start(PostgresAddress postgres, Path data) {
        return RunningServer.start(postgres, data, RunningServer.allArrive(0), LocalQueue::new);
    }

    private static String phone(int person) {
        return Long.toString(FIRST + person);
    }

    private static String mailing(RunningServer server, String name, String sender) {
        String id = server.make(
                "/api/v1/mailings",
                new JsonObject()
                        .put("name", name)
                        .put("senderId", sender)
                        .put("channel", "sms")
                        .put("resourceId", "5")
                        .put("databaseId", "7")
                        .put("templateId", "9"));
        server.post("/api/v1/mailings/" + id + "/activate", new JsonObject());
        return id;
    }

    private static JsonObject lastRun(RunningServer server, String mailing) {
        JsonArray runs = server.get("/api/v1/mailings/" + mailing + "/runs").getJsonArray("items");
        return runs.isEmpty()
                ? new JsonObject()
                : server.get("/api/v1/runs/" + runs.getJsonObject(0).getString("id"));
    }

    private static JsonObject figuresAtRest(RunningServer server, String mailing) throws InterruptedException {
        JsonObject run = eventually(() -> lastRun(server, mailing), last -> "rested".equals(last.getString("state")));
        JsonObject figures = run.getJsonObject("figures");
        assertThat(figures.getLong("received")).isEqualTo(PEOPLE);
        assertThat(figures.getLong("received")).isEqualTo(figures.getLong("found") + figures.getLong("notSubscribed"));
        assertThat(figures.getLong("found"))
                .isEqualTo(figures.getLong("recipients") + figures.getLong("duplicates") + figures.getLong("excluded"));
        assertThat(figures.getLong("recipients")).isEqualTo(figures.getLong("delivered"));
        return figures;
    }

    private List<Long> unsubscribed() {
        return Database.rows(
                await(database.query("select profile_id from subscription where status = 1 order by 1")),
                row -> row.getLong(0));
    }

    private List<String> kinds() {
        return Database.rows(await(database.query("select kind from reply order by id")), row -> row.getString("kind"));
    }

    @Test
    void whoSaysStopInAnyScriptIsLeftOutOfTheNextMailingAndWhoSaysStartIsInAgain(
            PostgresAddress postgres, @TempDir Path data) throws InterruptedException {
        try (RunningServer server = start(postgres, data)) {
            String sender = server.sender();
            String first = mailing(server, "One", sender);
            assertThat(figuresAtRest(server, first).getLong("recipients")).isEqualTo(PEOPLE);

            List<String> replies =
                    List.of("Stop. Thank you", "СТОП", "arrêt!", "توقف", "退订", "don't stop", "What time do you open?");
            for (int i = 0; i < replies.size(); i++) {
                await(server.simulator().reply(phone(i + 1), "SHOP", replies.get(i)));
            }
            eventually(this::unsubscribed, List.of(1L, 2L, 3L, 4L, 5L)::equals);
            assertThat(figuresAtRest(server, first).getLong("optOuts")).isEqualTo(5);
            JsonObject second = figuresAtRest(server, mailing(server, "Two", sender));
            assertThat(second.getLong("recipients")).isEqualTo(3);
            assertThat(second.getLong("notSubscribed")).isEqualTo(5);

            await(server.simulator().reply(phone(2), "SHOP", "Старт"));
            await(server.simulator().reply(phone(1), "SHOP", "stop"));
            eventually(this::unsubscribed, List.of(1L, 3L, 4L, 5L)::equals);
            JsonObject third = figuresAtRest(server, mailing(server, "Three", sender));
            assertThat(third.getLong("recipients")).isEqualTo(4);
            eventually(this::kinds, kinds -> kinds.size() == 9 && !kinds.contains(null));
        }
    }

    @Test
    void aStopTakesEffectBeforeTheNextRelease(PostgresAddress postgres, @TempDir Path data)
            throws InterruptedException {
        try (RunningServer server = start(postgres, data)) {
            String sender = server.sender();
            figuresAtRest(server, mailing(server, "One", sender));
            server.post("/api/v1/senders/" + sender + "/pause", new JsonObject());
            String second = mailing(server, "Two", sender);
            eventually(
                    () -> lastRun(server, second),
                    last -> last.getJsonObject("figures", new JsonObject()).getLong("waiting", 0L) == PEOPLE);

            await(server.simulator().reply(phone(3), "SHOP", "STOP"));
            eventually(this::unsubscribed, List.of(3L)::equals);
            server.post("/api/v1/senders/" + sender + "/resume", new JsonObject());

            JsonObject figures = figuresAtRest(server, second);
            assertThat(figures.getLong("delivered")).isEqualTo(PEOPLE - 1);
            assertThat(figures.getJsonObject("exclusions").getLong("no-longer-subscribed"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aReplyThatWasStoredBeforeTheServerDiedIsReadByTheNextOne(PostgresAddress postgres, @TempDir Path data)
            throws InterruptedException {
        try (RunningServer server = start(postgres, data)) {
            figuresAtRest(server, mailing(server, "One", server.sender()));
        }
        run("""
                insert into reply (account_id, sender_id, contact_key, contact, caller_id, text, at)
                select 1, id, 18085551234, '18085551234', 'SHOP', 'stop', now() from sender""");

        try (RunningServer server = start(postgres, data)) {
            eventually(this::unsubscribed, List.of(4L)::equals);
            JsonObject reply =
                    server.get("/api/v1/replies").getJsonArray("items").getJsonObject(0);
            assertThat(reply.getString("kind")).isEqualTo("stop");
        }
    }
}
