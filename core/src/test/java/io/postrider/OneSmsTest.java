package io.postrider;

import static io.postrider.RunningServer.eventually;
import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.queue.HintQueue;
import io.postrider.queue.LocalQueue;
import io.postrider.queue.Topic;
import io.postrider.store.Database;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The story of the readme: one row becomes one message that is sent, delivered and clicked, through the real server, packaged
 * plugins, PostgreSQL and SMPP over TCP. One assertion for each row of "One mailing run" of the architecture.
 */
@ExtendWith(TestDatabase.class)
final class OneSmsTest {
    private final Database database;

    OneSmsTest(Database database) {
        this.database = database;
    }

    /** Loses every hint: the sweepers must find the work. */
    private static final class LosingQueue implements HintQueue {
        @Override
        public void hint(Topic topic, long id) {
            // lost
        }

        @Override
        public Runnable subscribe(Topic topic, LongConsumer receiver) {
            return () -> {};
        }
    }

    static Stream<Named<Function<Vertx, HintQueue>>> queues() {
        return Stream.of(
                Named.of("with hints", LocalQueue::new), Named.of("with every hint lost", vertx -> new LosingQueue()));
    }

    @ParameterizedTest
    @MethodSource("queues")
    void oneRowBecomesOneMessageThatIsDeliveredAndClicked(
            Function<Vertx, HintQueue> queue, PostgresAddress postgres, @TempDir Path data)
            throws InterruptedException {
        await(database.query(
                "truncate sender, mailing, template, resource, profile_database, profile, subscription, run, chunk,"
                        + " message, message_event, run_hour, click, message_click, run_click, run_click_hour, dispatch_batch, sender_lease,"
                        + " app_user, user_session, api_key cascade"));
        try (RunningServer server = RunningServer.start(postgres, data, RunningServer.allArrive(100), queue)) {
            JsonObject mailing = new JsonObject().put("name", "One").put("senderId", server.sender());
            prepare(mailing);
            String id = server.make("/api/v1/mailings", mailing);
            server.post("/api/v1/mailings/" + id + "/activate", new JsonObject());

            JsonObject run = eventually(
                    () -> lastRun(server, id),
                    last -> "rested".equals(last.getString("state"))
                            && last.getJsonObject("figures").getInteger("clicked") == 1);
            JsonObject figures = run.getJsonObject("figures");
            assertThat(figures.getInteger("recipients")).isEqualTo(1);
            assertThat(figures.getInteger("delivered")).isEqualTo(1);
            JsonObject seen = await(server.simulator().statistics());
            assertThat(seen.getInteger("phones")).isEqualTo(1);
            assertThat(seen.getInteger("peopleWhoClicked")).isEqualTo(1);
        }
    }

    private static JsonObject lastRun(RunningServer server, String mailing) {
        var items = server.get("/api/v1/mailings/" + mailing + "/runs").getJsonArray("items");
        return items.isEmpty()
                ? new JsonObject()
                : server.get("/api/v1/runs/" + items.getJsonObject(0).getString("id"));
    }

    private void prepare(JsonObject mailing) {
        await(database.query(
                "insert into profile_database (account_id, id, name, created_at) values (1, 7, 'P', now())"));
        await(database.query("insert into resource (account_id, id, name, created_at) values (1, 5, 'R', now())"));
        await(
                database.query(
                        "insert into resource_channel (account_id, resource_id, channel, caller_id) values (1, 5, 'sms', 'SHOP')"));
        await(database.query("insert into resource_database (account_id, resource_id, database_id) values (1, 5, 7)"));
        await(
                database.query(
                        "insert into profile (account_id, database_id, id, fname, created_at, updated_at) values (1, 7, 1, 'Ann', now(), now())"));
        await(database.query("""
                insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
                  status, source, created_at, updated_at)
                values (1, 100, 5, 'sms', 7, 1, '18085551234', 18085551234, 0, 'file', now(), now())"""));
        await(
                database.query(
                        "insert into template (account_id, id, name, created_at, updated_at) values (1, 9, 'T', now(), now())"));
        await(database.query(
                """
                insert into template_version (account_id, template_id, version, channel, text, created_by, created_at)
                values (1, 9, 1, 'sms', $1, 1, now())""", "{if lead._fname equal \"Ann\"}Hi {lead._fname}{else}Hi{end} https://shop.example/sale"));
        mailing.put("channel", "sms")
                .put("resourceId", "5")
                .put("databaseId", "7")
                .put("templateId", "9");
    }
}
