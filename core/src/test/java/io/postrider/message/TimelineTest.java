package io.postrider.message;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpFixture;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.ProfileStore;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class TimelineTest {
    private static final long PHONE = 18089881858L;
    private static final long WEEK_SECONDS = 604_800;
    private final Instant start = Clock.systemUTC().instant();
    private final long run = ((start.getEpochSecond() / WEEK_SECONDS) << 32) + 1;
    private final Database sql;
    private final HttpFixture http;
    private final HttpClientOfTests viewer;

    TimelineTest(Vertx vertx, Database sql, Ids ids) {
        this.sql = sql;
        http = HttpFixture.open(
                vertx,
                sql,
                ids,
                Clock.systemUTC(),
                new TimelineApi(new DatabaseStore(sql, ids), new ProfileStore(sql), new TimelineStore(sql)));
        viewer = http.as("viewer");
    }

    @AfterEach
    void close() {
        http.close();
    }

    private void run(String query, Object... values) {
        await(sql.query(query, values));
    }

    private Object minute(int minute) {
        return start.plusSeconds(60L * minute).atOffset(ZoneOffset.UTC);
    }

    private void life() {
        run("insert into profile_database (account_id, id, name, created_at) values (1, 7, 'People', now())");
        run("""
                insert into profile (account_id, database_id, id, phones, version, created_at, updated_at)
                values (1, 7, 1, array['18089881858'], 2, $1, $2), (1, 7, 2, array['18089881858'], 1, $1, $1)
                """, minute(0), minute(7));
        run("insert into resource (account_id, id, name, created_at) values (1, 5, 'Shop', now())");
        run("""
                insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
                  status, source, version, created_at, updated_at)
                values (1, 50, 5, 'sms', 7, 1, '18089881858', $1, 1, 'file', 2, $2, $3)
                """, PHONE, minute(1), minute(6));
        run("""
                insert into message (run_id, id, account_id, channel, contact_key, occurrence, database_id, profile_id,
                  subscription_id, sender_id, template_version, parts, encoding, created_at, contact, body)
                values ($1, 11, 1, 'sms', $2, 0, 7, 1, 50, 3, 1, 1, 0, $3, '18089881858', 'Aloha'),
                  ($1, 12, 1, 'sms', $2, 1, 7, 2, 51, 3, 1, 1, 0, $3, '18089881858', 'for the other')
                """, run, PHONE, minute(2));
        run("""
                insert into message_event (run_id, message_id, at, kind, attempt, part, from_state, to_state, sender_id)
                values ($1, 11, $2, 1, 1, 1, 0, 1, 3), ($1, 11, $2, 4, 1, 1, 1, 2, 3)
                """, run, minute(2));
        run("""
                insert into click (run_id, message_id, account_id, link_no, at, robot, first, ip, user_agent)
                values ($1, 11, 1, 0, $2, false, true, '', '')
                """, run, minute(3));
        run("""
                insert into reply (account_id, sender_id, contact_key, contact, caller_id, text, at)
                values (1, 3, $1, '18089881858', 'Shop', 'STOP', $2)
                """, PHONE, minute(4));
        run("""
                insert into message_exclusion (run_id, subscription_id, account_id, contact_key, profile_id, reason, at)
                values ($1, 50, 1, $2, 1, 'duplicate-phone', $3), ($1, 50, 1, $2, 1, 'stopped', $3)
                """, run, PHONE, minute(5));
    }

    @Test
    void aLifeIsToldFromItsEndToItsBeginningPageByPage() {
        life();
        String path = "/api/v1/databases/7/profiles/1/timeline";
        JsonArray whole = viewer.get(path).json().getJsonArray("items");
        assertThat(kinds(whole))
                .containsExactly(
                        "changed",
                        "subscription-changed",
                        "left-out",
                        "reply",
                        "click",
                        "message",
                        "subscribed",
                        "created");
        assertThat(whole.getJsonObject(1).getString("status")).isEqualTo("unsubscribed");
        assertThat(whole.getJsonObject(2).getString("reason")).isEqualTo("duplicate-phone");
        assertThat(whole.getJsonObject(3).getString("text")).isEqualTo("STOP");
        assertThat(whole.getJsonObject(4).getString("messageId")).isEqualTo("11");
        assertThat(whole.getJsonObject(5).getString("state")).isEqualTo("delivered");
        assertThat(whole.getJsonObject(5).getString("text")).isEqualTo("Aloha");
        assertThat(whole.getJsonObject(6).getString("resource")).isEqualTo("Shop");

        JsonArray paged = new JsonArray();
        String after = "";
        while (after != null) {
            JsonObject page = viewer.get(path + "?limit=3&after=" + after).json();
            paged.addAll(page.getJsonArray("items"));
            after = page.getString("next");
        }
        assertThat(paged).isEqualTo(whole);
        assertThat(viewer.get(path + "?after=yesterday").code()).isEqualTo("cursor-invalid");
        assertThat(viewer.get("/api/v1/databases/7/profiles/9/timeline").status())
                .isEqualTo(404);
    }

    private static List<String> kinds(JsonArray items) {
        List<String> kinds = new ArrayList<>();
        items.forEach(item -> kinds.add(((JsonObject) item).getString("kind")));
        return kinds;
    }
}
