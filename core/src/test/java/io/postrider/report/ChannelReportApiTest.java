package io.postrider.report;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.http.HttpFixture;
import io.postrider.mailing.Shop;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two mailings with a run each in three hours around a midnight in Moscow, and one to test phones. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChannelReportApiTest {
    private static final Instant EIGHT = Instant.parse("2026-01-30T20:00:00Z");
    private static final Instant NINE = EIGHT.plus(1, ChronoUnit.HOURS);
    private static final Instant TEN = EIGHT.plus(2, ChronoUnit.HOURS);
    private static final String PERIOD = "from=2026-01-30T20:00:00Z&to=2026-01-30T23:00:00Z";
    private static final String REPORT = "/api/v1/reports/channel?" + PERIOD;
    private Database database;
    private HttpFixture http;
    private HttpClientOfTests viewer;
    private long first;
    private long second;

    @BeforeAll
    void open(Vertx vertx, Database opened, Ids ids) {
        database = opened;
        Shop shop = new Shop(database, ids);
        first = shop.mailing("=cmd|1", null, null).id();
        second = shop.mailing("Second", Instant.parse("2040-01-01T12:00:00Z"), null)
                .id();
        run(shop, 1, first, "live", EIGHT);
        run(shop, 2, second, "live", NINE);
        run(shop, 3, first, "test", NINE);
        run(shop, 4, second, "live", TEN);
        sql("update run set rehearsal = true where id = 4");
        sent();
        sql("insert into sender_price_list (account_id, sender_id, currency, version) values (1, 1, 'EUR', 1)");
        sql("update run_hour set cost = n * 10000 where from_state = 0 and to_state = 1");
        clicked();
        http = HttpFixture.open(
                vertx,
                database,
                ids,
                Clock.systemUTC(),
                new ChannelReportApi(new ChannelStore(database)),
                new CalendarApi(new CalendarStore(database), new ProgressStore(database)));
        viewer = http.as("viewer");
    }

    private void sent() {
        moved(1, EIGHT, -1, 0, "", 10, 20);
        moved(1, EIGHT, 0, 1, "", 8, 16);
        moved(1, EIGHT, 0, 5, "0x0B", 1, 2);
        moved(1, EIGHT, 0, 6, "", 1, 2);
        moved(1, NINE, 1, 2, "", 5, 10);
        moved(1, NINE, 1, 3, "001", 2, 4);
        moved(1, TEN, 6, 2, "", 1, 2);
        moved(2, NINE, -1, 0, "", 4, 4);
        moved(2, NINE, 0, 1, "", 4, 4);
        moved(2, NINE, 1, 2, "", 4, 4);
        moved(3, NINE, 0, 1, "", 100, 100);
        moved(4, TEN, 0, 1, "", 1000, 1000);
    }

    private void clicked() {
        sql("insert into run_link (account_id, run_id, no, url) values (1, 1, 0, 'https://a.example')");
        clicked(1, 0, NINE, 2, 5, 7);
        clicked(1, 8, TEN, 1, 1, 0);
        clicked(2, 0, NINE, 1, 1, 0);
    }

    @AfterAll
    void close() {
        http.close();
    }

    private void sql(String sql, Object... values) {
        await(database.query(sql, values));
    }

    private void run(Shop shop, long id, long mailing, String kind, Instant at) {
        sql(
                "insert into run (account_id, id, mailing_id, kind, state, channel, resource_id, database_id, template_id,"
                        + " template_version, sender_id, caller_id, tracking_base, validity_seconds, max_parts, seed, opened_at)"
                        + " values (1, $1, $2, $3, 'finished', 'sms', $4, 1, 1, 1, $5, 'SHOP', 'http://x/', 86400, 10, 1, $6)",
                id,
                mailing,
                kind,
                shop.resourceId,
                shop.senderId,
                at.atOffset(ZoneOffset.UTC));
    }

    private void moved(long run, Instant hour, int from, int to, String code, long count, long parts) {
        sql(
                "insert into run_hour (account_id, run_id, sender_id, hour, from_state, to_state, code, n, parts)"
                        + " values (1, $1, 1, $2, $3, $4, $5, $6, $7)",
                run,
                hour.atOffset(ZoneOffset.UTC),
                (short) from,
                (short) to,
                code,
                count,
                parts);
    }

    private void clicked(long run, int link, Instant hour, long people, long clicks, long robots) {
        sql(
                "insert into run_click_hour (account_id, run_id, link_no, hour, people, clicks, robots)"
                        + " values (1, $1, $2, $3, $4, $5, $6)",
                run,
                (short) link,
                hour.atOffset(ZoneOffset.UTC),
                people,
                clicks,
                robots);
    }

    private static List<Object> column(JsonArray rows, String name) {
        return rows.stream().map(row -> ((JsonObject) row).getValue(name)).toList();
    }

    @Test
    void whatOperatorsAskIsCountedInTheHourInWhichTheyTookIt() {
        JsonObject report = viewer.get(REPORT + "&group=hour").json();

        assertThat(column(report.getJsonArray("rows"), "cost"))
                .containsExactly(euros("0.08"), euros("0.04"), new JsonArray());
        assertThat(report.getJsonObject("totals").getJsonArray("cost")).isEqualTo(euros("0.12"));
        String csv = viewer.get("/api/v1/reports/channel.csv?" + PERIOD + "&group=hour")
                .text();
        assertThat(csv.lines().toList().get(0)).endsWith(",Cost (EUR)");
        assertThat(csv.lines().skip(1).map(line -> line.replaceAll(".*,", "")))
                .containsExactly("0.08", "0.04", "0", "0.12");
    }

    private static JsonArray euros(String amount) {
        return new JsonArray().add(new JsonObject().put("currency", "EUR").put("amount", amount));
    }

    @Test
    void hoursAddUpToTheTotals() {
        JsonObject report = viewer.get(REPORT + "&group=hour").json();

        JsonArray rows = report.getJsonArray("rows");
        assertThat(column(rows, "at"))
                .containsExactly("2026-01-30T20:00:00Z", "2026-01-30T21:00:00Z", "2026-01-30T22:00:00Z");
        assertThat(column(rows, "sent")).containsExactly(8, 4, 0);
        assertThat(column(rows, "parts")).containsExactly(16, 4, 0);
        assertThat(column(rows, "delivered")).containsExactly(0, 9, 1);
        assertThat(column(rows, "inDoubt")).containsExactly(1, 0, -1);
        assertThat(column(rows, "uniqueClicks")).containsExactly(0, 3, 1);
        JsonObject totals = report.getJsonObject("totals");
        assertThat(List.of(
                        "sent",
                        "parts",
                        "delivered",
                        "undelivered",
                        "refused",
                        "inDoubt",
                        "awaitingReceipt",
                        "clicks",
                        "robots"))
                .extracting(totals::getLong)
                .containsExactly(12L, 20L, 10L, 2L, 1L, 0L, 1L, 7L, 7L);
        assertThat(totals.getDouble("ctr")).isEqualTo(0.4);
    }

    @Test
    void daysAreThoseOfTheZoneAndThePeriodBeforeIsCompared() {
        JsonObject report = viewer.get(REPORT + "&zone=Europe/Moscow&group=day").json();
        assertThat(column(report.getJsonArray("rows"), "date")).containsExactly("2026-01-30", "2026-01-31");
        assertThat(column(report.getJsonArray("rows"), "sent")).containsExactly(8, 4);

        JsonObject later = viewer.get("/api/v1/reports/channel?from=2026-01-30T21:00:00Z&to=2026-01-30T22:00:00Z")
                .json();
        assertThat(later.getJsonObject("totals").getLong("sent")).isEqualTo(4);
        assertThat(later.getJsonObject("previous").getLong("sent")).isEqualTo(8);
        assertThat(later.getJsonObject("previous").getString("from")).isEqualTo("2026-01-30T20:00:00Z");
    }

    @Test
    void mailingsAreComparedAndChosenAndTestsCountWhenAskedFor() {
        JsonObject report = viewer.get(REPORT + "&group=mailing").json();
        assertThat(column(report.getJsonArray("rows"), "mailing")).containsExactly("=cmd|1", "Second");
        assertThat(column(report.getJsonArray("rows"), "awaitingReceipt")).containsExactly(1, 0);

        JsonObject one = viewer.get(REPORT + "&mailing=" + second).json();
        assertThat(one.getJsonObject("totals").getLong("sent")).isEqualTo(4);
        JsonObject both =
                viewer.get(REPORT + "&mailing=" + first + "," + second).json();
        assertThat(both.getJsonObject("totals").getLong("sent")).isEqualTo(12);
        JsonObject whole = viewer.get(
                        "/api/v1/reports/channel?group=mailing&mailing=" + first + "&to=2026-02-01T00:00:00Z")
                .json();
        assertThat(whole.getString("from")).isEqualTo("2026-01-30T20:00:00Z");
        assertThat(whole.getJsonObject("totals").getLong("sent")).isEqualTo(8);
        assertThat(viewer.get(REPORT + "&tests=true")
                        .json()
                        .getJsonObject("totals")
                        .getLong("sent"))
                .isEqualTo(112);
    }

    @Test
    void rehearsalsCountOnlyWhenAskedForAndWhatIsLeftOutIsTold() {
        JsonObject usual = viewer.get(REPORT).json();
        assertThat(usual.getJsonObject("totals").getLong("sent")).isEqualTo(12);
        assertThat(usual.getJsonObject("leftOut")).isEqualTo(new JsonObject("{\"tests\":100,\"rehearsals\":1000}"));
        JsonObject rehearsed = viewer.get(REPORT + "&rehearsals=true").json();
        assertThat(rehearsed.getJsonObject("totals").getLong("sent")).isEqualTo(1012);
        assertThat(rehearsed.getJsonObject("leftOut").getLong("rehearsals")).isZero();
        JsonObject all = viewer.get(REPORT + "&tests=true&rehearsals=true").json();
        assertThat(all.getJsonObject("totals").getLong("sent")).isEqualTo(1112);
    }

    @Test
    void whatFailedAndWhatWasClickedIsListed() {
        JsonObject report = viewer.get(REPORT).json();

        assertThat(column(report.getJsonArray("reasons"), "code")).containsExactly("001", "0x0B", null);
        assertThat(column(report.getJsonArray("reasons"), "state"))
                .containsExactly("undelivered", "refused", "in-doubt");
        assertThat(column(report.getJsonArray("links"), "url")).containsExactly("https://a.example", null);
        assertThat(column(report.getJsonArray("links"), "clicks")).containsExactly(5, 2);
    }

    @Test
    void aSpreadsheetGetsTheRowsAndNoFormula() {
        Reply file = viewer.get("/api/v1/reports/channel.csv?" + PERIOD + "&group=mailing");

        assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"channel-report.csv\"");
        List<String> lines = file.text().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("\ufeffMailing,Sent,Parts,");
        assertThat(lines.get(1)).startsWith("'=cmd|1,8,16,6,2,0,1,0,0,1,0.7500,6,3,0.5000");
        assertThat(lines.get(3)).startsWith("Total,12,20,10,");
    }

    @Test
    void aPeriodThatCannotBeIsRefused() {
        String path = "/api/v1/reports/channel?";
        assertThat(viewer.get(path + "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                        .json()
                        .toString())
                .contains("report-period-wrong");
        assertThat(viewer.get(path + "from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z&group=hour")
                        .json()
                        .toString())
                .contains("report-period-too-long");
        assertThat(viewer.get(path + "zone=Mars/Base").json().toString()).contains("report-zone-unknown");
        assertThat(viewer.get(path + "from=yesterday").status()).isEqualTo(400);
        assertThat(viewer.get(path + "mailing=1,x").status()).isEqualTo(400);
    }

    @Test
    void theCalendarHasWhatIsPlannedAndWhatRan() {
        JsonObject past = viewer.get("/api/v1/calendar?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z")
                .json();
        assertThat(column(past.getJsonArray("items"), "runId")).containsExactly("1", "2", "4");
        assertThat(column(past.getJsonArray("items"), "rehearsal")).containsExactly(false, false, true);
        JsonObject run = past.getJsonArray("items").getJsonObject(0);
        assertThat(run.getBoolean("planned")).isFalse();
        assertThat(run.getJsonObject("progress").getLong("delivered")).isEqualTo(6);
        assertThat(past.getBoolean("truncated")).isFalse();

        JsonObject planned = viewer.get("/api/v1/calendar?from=2040-01-01T00:00:00Z&to=2040-02-01T00:00:00Z")
                .json();
        assertThat(column(planned.getJsonArray("items"), "name")).containsExactly("Second");
        assertThat(planned.getJsonArray("items").getJsonObject(0).getBoolean("planned"))
                .isTrue();
        assertThat(viewer.get("/api/v1/calendar?from=2040-01-01T00:00:00Z&to=2040-06-01T00:00:00Z")
                        .json()
                        .toString())
                .contains("report-period-too-long");
        assertThat(viewer.get("/api/v1/calendar?from=2040-01-01T00:00:00Z").status())
                .isEqualTo(400);
    }
}
