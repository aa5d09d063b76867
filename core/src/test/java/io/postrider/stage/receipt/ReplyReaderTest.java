package io.postrider.stage.receipt;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.queue.LocalQueue;
import io.postrider.reply.ReadReplyStore;
import io.postrider.store.Database;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One phone, 18085551234, with subscriptions to two shops in two databases, and what its replies do to them. */
@ExtendWith(TestDatabase.class)
final class ReplyReaderTest {
    private static final long PHONE = 18085551234L;
    private static final long WEEK_SECONDS = 604_800;
    private static final long SHOP = 51;
    private static final long CAFE = 52;
    private final Instant start = Clock.systemUTC().instant();
    private final long week = (start.getEpochSecond() / WEEK_SECONDS) << 32;
    private final Database sql;
    private final Database stages;
    private final ReplyReader reader;

    ReplyReaderTest(Vertx vertx, Database sql, PostgresAddress address) {
        this.sql = sql;
        this.stages = Database.open(vertx, address, 2, Database.Plans.BY_INDEX);
        this.reader = new ReplyReader(new ReadReplyStore(stages), new LocalQueue(vertx), Clock.systemUTC());
    }

    @BeforeEach
    void people() {
        run(
                "truncate reply, reply_effect, reply_words, subscription, profile_database, resource, sender, run, mailing, message,"
                        + " message_event, profile, profile_key cascade");
        run(
                "insert into profile_database (account_id, id, name, created_at) values (1, 7, 'A', now()), (1, 8, 'B', now())");
        run(
                "insert into resource (account_id, id, name, created_at) values (1, 51, 'Shop', now()), (1, 52, 'Cafe', now())");
        run("""
                insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
                  status, source, created_at, updated_at)
                select 1, id, resource, 'sms', db, profile, $1::text, $1, status, 'file', now(), now()
                from (values (101, 51, 7, 1, 0), (102, 51, 7, 2, 5), (103, 51, 8, 3, 0), (104, 52, 7, 1, 0), (105, 52, 8, 3, 3))
                  as s(id, resource, db, profile, status)
                """, PHONE);
        run(
                "insert into profile_key (account_id, database_id, field, value, profile_id) values (1, 7, 'phones', $1, 1)",
                "" + PHONE);
        sender(3, false);
    }

    @AfterEach
    void close() {
        await(stages.close());
    }

    private void run(String query, Object... values) {
        await(sql.query(query, values));
    }

    private void sender(long id, boolean rehearsal) {
        run("""
                insert into sender (account_id, id, name, channel, gateway, settings, secrets, rehearsal, created_at)
                values (1, $1, 'S' || $1::bigint, 'sms', 'smpp', '{}', '', $2, now())
                """, id, rehearsal);
    }

    /** A message of a resource that went out so many minutes ago. */
    private void sent(int number, long resource, long sender, String callerId, int minutesAgo) {
        long id = week + number;
        run("""
                insert into run (account_id, id, mailing_id, kind, state, channel, resource_id, database_id, template_id,
                  template_version, sender_id, caller_id, tracking_base, validity_seconds, max_parts, seed, opened_at, rehearsal)
                select 1, $1, null, 'live', 'rested', 'sms', $2, 7, 1, 1, $3, $4, '', 60, 10, 1, now(), s.rehearsal
                from sender s where s.id = $3
                """, id, resource, sender, callerId);
        run("""
                insert into message (run_id, id, account_id, channel, contact_key, occurrence, database_id, profile_id,
                  subscription_id, sender_id, template_version, parts, encoding, created_at, contact, body)
                values ($1, $2, 1, 'sms', $3, 0, 7, 1, 101, $4, 1, 1, 0, now() - interval '1 minute' * $5, $3::bigint::text, '')
                """, id, (long) number, PHONE, sender, minutesAgo);
        run("""
                insert into message_event (run_id, message_id, at, kind, attempt, part, from_state, to_state, sender_id)
                values ($1, $2, now(), 1, 1, 1, 0, 1, $3)
                """, id, (long) number, sender);
    }

    private void store(long sender, String callerId, String text) {
        run("""
                insert into reply (account_id, sender_id, contact_key, contact, caller_id, text, at)
                values (1, $1, $2, $2::bigint::text, $3, $4, now())
                """, sender, PHONE, callerId, text);
    }

    private void reply(long sender, String callerId, String text) {
        store(sender, callerId, text);
        await(reader.readAll());
    }

    private Map<Long, Integer> statuses() {
        Map<Long, Integer> statuses = new TreeMap<>();
        await(sql.query("select id, status from subscription"))
                .forEach(row -> statuses.put(row.getLong("id"), row.getInteger("status")));
        return statuses;
    }

    private Row lastReply() {
        return await(sql.query("select * from reply order by id desc limit 1"))
                .iterator()
                .next();
    }

    @Test
    void aStopEndsTheSubscriptionsToTheShopWhoseMessageItAnswers() {
        sent(11, SHOP, 3, "SHOP", 10);
        sent(12, CAFE, 3, "CAFE", 5);

        reply(3, "shop", "Stop. Thank you");

        assertThat(statuses()).isEqualTo(Map.of(101L, 1, 102L, 1, 103L, 1, 104L, 0, 105L, 3));
        Row row = lastReply();
        assertThat(row.getString("kind")).isEqualTo("stop");
        assertThat(row.getString("word")).isEqualTo("STOP");
        assertThat(row.getInteger("changed")).isEqualTo(3);
        assertThat(row.getLong("message_id")).isEqualTo(11);
        assertThat(row.getLong("resource_id")).isEqualTo(SHOP);
        assertThat(row.getLong("profile_id")).isEqualTo(1);
    }

    @Test
    void withoutTheCallerIdTheNewestMessageOfTheSenderTells() {
        sent(11, SHOP, 3, "SHOP", 10);
        sent(12, CAFE, 3, "CAFE", 5);

        reply(3, "12345", "СТОП");

        assertThat(statuses()).isEqualTo(Map.of(101L, 0, 102L, 5, 103L, 0, 104L, 1, 105L, 3));
    }

    @Test
    void aStopToWhomNothingWasEverSentEndsAllOfThePhone() {
        reply(3, "SHOP", "stop");

        assertThat(statuses()).isEqualTo(Map.of(101L, 1, 102L, 1, 103L, 1, 104L, 1, 105L, 3));
        assertThat(lastReply().getLong("profile_id")).isEqualTo(1);
        assertThat(lastReply().getLong("message_id")).isNull();
    }

    @Test
    void aMessageThatNeverWentOutIsNotAnswered() {
        sent(11, SHOP, 3, "SHOP", 10);
        sent(12, CAFE, 3, "SHOP", 5);
        run("delete from message_event where message_id = 12");

        reply(3, "SHOP", "stop");

        assertThat(lastReply().getLong("message_id")).isEqualTo(11);
    }

    @Test
    void theSameStopTwiceChangesNothingMore() {
        reply(3, "SHOP", "stop");
        Map<Long, Integer> before = statuses();
        reply(3, "SHOP", "stop");

        assertThat(statuses()).isEqualTo(before);
        assertThat(lastReply().getInteger("changed")).isZero();
        assertThat(lastReply().getBoolean("repeated")).isTrue();
        await(reader.readAll());
        assertThat(await(sql.query("select max(version) as v from subscription"))
                        .iterator()
                        .next()
                        .getInteger("v"))
                .isEqualTo(2);
    }

    @Test
    void aStartBringsBackWhatAStopEndedAndNothingElse() {
        sent(11, SHOP, 3, "SHOP", 10);
        run("update subscription set status = 1, version = version + 1 where id = 103");
        reply(3, "SHOP", "stop");
        assertThat(statuses()).isEqualTo(Map.of(101L, 1, 102L, 1, 103L, 1, 104L, 0, 105L, 3));

        reply(3, "SHOP", "Start!");

        assertThat(statuses()).isEqualTo(Map.of(101L, 0, 102L, 5, 103L, 1, 104L, 0, 105L, 3));
        assertThat(lastReply().getInteger("changed")).isEqualTo(2);
        reply(3, "SHOP", "stop");
        reply(3, "SHOP", "start");
        assertThat(statuses()).isEqualTo(Map.of(101L, 0, 102L, 5, 103L, 1, 104L, 0, 105L, 3));
    }

    @Test
    void aStartDoesNotUndoWhatAPersonDidAfterTheStop() {
        reply(3, "SHOP", "stop");
        run("update subscription set version = version + 1 where id = 101");

        reply(3, "SHOP", "start");

        assertThat(statuses()).isEqualTo(Map.of(101L, 1, 102L, 5, 103L, 0, 104L, 0, 105L, 3));
    }

    @Test
    void aStartToAnotherCallerIdOfAnotherSenderBringsNothingBack() {
        sender(4, false);
        reply(3, "SHOP", "stop");

        reply(4, "CAFE", "start");

        assertThat(statuses().values()).containsOnly(1, 3);
    }

    @Test
    void helpAndOtherWordsAreKeptAndChangeNobody() {
        reply(3, "SHOP", "help");
        assertThat(lastReply().getString("kind")).isEqualTo("help");
        reply(3, "SHOP", "don't stop sending");
        assertThat(lastReply().getString("kind")).isEqualTo("other");

        assertThat(statuses()).isEqualTo(Map.of(101L, 0, 102L, 5, 103L, 0, 104L, 0, 105L, 3));
    }

    @Test
    void theWordsOfTheAccountDecide() {
        run("insert into reply_words values (1, true, '{Weg}', '{}', '{}', '{cancel}', 1, 'me', now())");

        reply(3, "SHOP", "cancel");
        assertThat(lastReply().getString("kind")).isEqualTo("other");
        reply(3, "SHOP", "weg!");
        assertThat(lastReply().getString("kind")).isEqualTo("stop");
    }

    @Test
    void aStopOfARehearsalEndsNothingOnceThereIsALiveSender() {
        sender(9, true);
        reply(9, "SHOP", "stop");

        assertThat(statuses().values()).doesNotContain(1);
        assertThat(lastReply().getBoolean("spared")).isTrue();

        run("delete from sender where not rehearsal");
        reply(9, "SHOP", "stop");
        assertThat(statuses().values()).containsOnly(1, 3);
    }

    @Test
    void aLiveReplyDoesNotAnswerAMessageOfARehearsal() {
        sender(9, true);
        sent(11, SHOP, 3, "SHOP", 10);
        sent(12, CAFE, 9, "SHOP", 5);

        reply(3, "SHOP", "stop");

        assertThat(lastReply().getLong("message_id")).isEqualTo(11);
    }

    @Test
    void aReadingThatIsCutOffLeavesNothingBehindAndIsDoneOnceAfterwards() {
        run("create function cut_off() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$");
        run("create trigger cut_off before update on reply for each row execute function cut_off()");
        store(3, "SHOP", "stop");
        assertThat(reader.readAll()
                        .transform(done -> io.vertx.core.Future.succeededFuture(done.failed()))
                        .await())
                .isTrue();
        assertThat(statuses().values()).doesNotContain(1);

        run("drop trigger cut_off on reply");
        run("drop function cut_off");
        await(reader.readAll());
        await(reader.readAll());

        assertThat(statuses().values()).containsOnly(1, 3);
        assertThat(await(sql.query("select * from reply_effect")).size()).isEqualTo(4);
    }

    @Test
    void aHeapOfRepliesIsReadInTheirOrder() {
        for (int i = 0; i < 100; i++) {
            store(3, "SHOP", i % 2 == 0 ? "stop" : "start");
        }
        await(reader.readAll());

        assertThat(await(sql.query("select from reply where kind is null")).size())
                .isZero();
        assertThat(statuses().values()).doesNotContain(1);
        assertThat(lastReply().getString("kind")).isEqualTo("start");
    }
}
