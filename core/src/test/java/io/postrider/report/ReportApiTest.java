package io.postrider.report;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpFixture;
import io.postrider.link.Click;
import io.postrider.link.ClickStore;
import io.postrider.link.Shortener;
import io.postrider.mailing.Chunk;
import io.postrider.mailing.ChunkStore;
import io.postrider.mailing.Launch;
import io.postrider.mailing.LaunchStore;
import io.postrider.mailing.Mailing;
import io.postrider.mailing.MailingState;
import io.postrider.mailing.MailingStore;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunStore;
import io.postrider.mailing.Shop;
import io.postrider.message.EventStore;
import io.postrider.message.Exclusion;
import io.postrider.message.ExclusionReason;
import io.postrider.message.MessageEvent;
import io.postrider.message.MessageStore;
import io.postrider.message.MessageTrack;
import io.postrider.message.NewMessage;
import io.postrider.message.OperatorReceipt;
import io.postrider.message.RenderedChunk;
import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.sender.DutyStore;
import io.postrider.sender.SenderStore;
import io.postrider.sender.price.PriceList;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.SecretBox;
import io.postrider.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One run: five messages (delivered, refused, in doubt, awaiting its receipt, waiting), two duplicates and one too long. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportApiTest {
    private static final long FIRST = 1001;
    private static final long PHONE = 12025550100L;
    private final Instant now = Clock.systemUTC().instant();
    private final Pulse pulse = new Pulse(Clock.systemUTC());
    private HttpFixture http;
    private HttpClientOfTests viewer;
    private String path;

    @BeforeAll
    void open(Vertx vertx, Database database, Ids ids) {
        RunStore runs = new RunStore(database);
        Run run = run(database, ids, runs);
        path = "/api/v1/runs/" + run.id();
        render(database, runs, run);
        send(database, run);
        Click click = new Click(1, run.id(), FIRST, 0, now, false, "192.0.2.0", "Phone");
        await(new ClickStore(database).append("report.clicks", 0, 9, List.of(click, click)));
        http = HttpFixture.open(
                vertx,
                database,
                ids,
                Clock.systemUTC(),
                new ReportApi(
                        runs, new FigureStore(database), new ReportStore(database), new RunRecipientStore(database)),
                new RunPageApi(
                        runs,
                        new FigureStore(database),
                        new ProgressStore(database),
                        new RunDetailStore(database),
                        new SenderStore(database, ids, new SecretBox(new byte[32], new SecureRandom())),
                        new DutyStore(database),
                        new RunSenderStore(database),
                        sender -> Optional.empty(),
                        pulse::pace));
        viewer = http.as("viewer");
    }

    @AfterAll
    void close() {
        http.close();
    }

    private Run run(Database database, Ids ids, RunStore runs) {
        MailingStore mailings = new MailingStore(database, ids);
        Mailing draft = new Shop(database, ids).mailing("Report", null, 100L);
        Mailing mailing = await(mailings.move(draft, MailingState.SCHEDULED, "ann", now));
        Launch launch = new Launch(
                new LaunchStore(database),
                mailings,
                runs,
                Shortener::fixedIn,
                "http://127.0.0.1/",
                Clock.systemUTC(),
                new Random(1));
        await(launch.start(1, mailing.id()));
        return await(runs.ofMailing(1, mailing.id(), Long.MAX_VALUE, false, 1)).get(0);
    }

    private void render(Database database, RunStore runs, Run run) {
        await(runs.measured(run, 7, 2, List.of(new Chunk(1, run.id(), 0, 0, Long.MAX_VALUE, 9, 8))));
        await(new ChunkStore(database).claim(run, "me", false, now, now.minusSeconds(9)));
        List<NewMessage> messages = LongStream.range(0, 5)
                .mapToObj(i -> new NewMessage(
                        FIRST + i,
                        PHONE + i,
                        0,
                        run.databaseId(),
                        i,
                        i,
                        run.senderId(),
                        "" + (PHONE + i),
                        List.of("Hi"),
                        Encoding.GSM7,
                        List.of()))
                .toList();
        List<Exclusion> exclusions = List.of(
                new Exclusion(11, PHONE, 11, ExclusionReason.DUPLICATE_PHONE, null),
                new Exclusion(12, PHONE, 12, ExclusionReason.DUPLICATE_PHONE, null),
                new Exclusion(13, PHONE + 9, 13, ExclusionReason.TOO_LONG, "12 parts"));
        await(new MessageStore(database)
                .writeChunk(new RenderedChunk(
                        1, run.id(), 0, "me", "sms", 1, "Shop", 0, null, now, 9, 8, messages, exclusions)));
        await(runs.rendered(run, now));
    }

    private void send(Database database, Run run) {
        MessageTrack delivered = track(run, 0);
        List<MessageEvent> events = new ArrayList<>(delivered.accepted(now, List.of("op1"), PriceList.NONE));
        events.addAll(delivered.receipt(
                now,
                1,
                new OperatorReceipt(0, "op1", PHONE, ReceiptState.DELIVERED, "000", now, "stat:DELIVRD", null, now)));
        events.add(track(run, 1).refused(now, "0x0000000B", "No such address"));
        events.add(track(run, 2).inDoubt(now, "killed"));
        events.addAll(track(run, 3).accepted(now, List.of("op4"), PriceList.NONE));
        pulse.happened(events);
        await(database.inTransaction(
                transaction -> Future.all(EventStore.append(transaction, run.senderId(), events))));
    }

    private static MessageTrack track(Run run, int i) {
        return new MessageTrack(1, run.id(), FIRST + i, PHONE + i, 1, 1);
    }

    private List<String> people(String query, String field) {
        return viewer.get(path + "/recipients" + query).json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString(field))
                .toList();
    }

    @Test
    void theJournalHasEveryFieldAndItsEquationsHold() {
        JsonObject journal = viewer.get(path + "/journal").json();

        assertThat(journal.getLong("limit")).isEqualTo(100);
        assertThat(journal.getString("audienceSource")).isEqualTo("database");
        assertThat(journal.getLong("cursorMillis")).isEqualTo(7);
        assertThat(journal.getString("mailingStarted")).isNotNull();
        assertThat(journal.getString("mailingFinished")).isNull();
        JsonObject figures = journal.getJsonObject("figures");
        assertThat(List.of("received", "found", "notSubscribed", "duplicates", "excluded", "recipients", "submitted"))
                .extracting(figures::getLong)
                .containsExactly(11L, 8L, 3L, 2L, 1L, 5L, 2L);
        assertThat(List.of(
                        "waiting",
                        "awaitingReceipt",
                        "onTheWay",
                        "delivered",
                        "refused",
                        "inDoubt",
                        "clicked",
                        "clicks"))
                .extracting(figures::getLong)
                .containsExactly(1L, 1L, 2L, 1L, 1L, 1L, 1L, 2L);
        assertThat(figures.getJsonObject("exclusions").getMap()).containsOnlyKeys("duplicate-phone", "too-long");
        assertThat(journal.getJsonArray("equations"))
                .hasSize(3)
                .allSatisfy(equation ->
                        assertThat(((JsonObject) equation).getBoolean("holds")).isTrue());
    }

    @Test
    void theReportHasRatesLinksAndHours() {
        JsonObject report = viewer.get(path + "/report?byHour=true").json();

        assertThat(report.getDouble("deliveryRate")).isEqualTo(0.5);
        assertThat(report.getDouble("ctr")).isEqualTo(1.0);
        JsonObject link = report.getJsonArray("links").getJsonObject(0);
        assertThat(link.getString("url")).isEqualTo("https://shop.example");
        assertThat(link.getLong("uniqueClicks")).isEqualTo(1);
        assertThat(report.getJsonArray("hours").getJsonObject(0).getLong("written"))
                .isEqualTo(5);
        assertThat(viewer.get(path + "/report").json().containsKey("hours")).isFalse();
    }

    @Test
    void aRunIsShownWithItsFigures() {
        JsonObject run = viewer.get(path).json();

        assertThat(run.getString("state")).isEqualTo("sending");
        assertThat(run.getJsonObject("figures").getLong("recipients")).isEqualTo(5);
        assertThat(run.getJsonObject("progress"))
                .isEqualTo(new JsonObject(
                        "{'total':5,'notSent':1,'awaitingReceipt':1,'delivered':1,'undelivered':0,'expired':0,'refused':1,'inDoubt':1,'noReceipt':0}"
                                .replace('\'', '"')));
        assertThat(run.getString("startedBy")).isEqualTo("ann");
        assertThat(run.getString("mailing")).isEqualTo("Report");
        JsonObject why = run.getJsonObject("live").getJsonObject("why");
        assertThat(why.getString("code")).isEqualTo("sender-not-running");
        assertThat(why.getJsonObject("parameters").getString("sender")).startsWith("Operator ");
        assertThat(pulse.takeChanged()).containsExactly(Long.valueOf(run.getString("id")));
        assertThat(pulse.takeChanged()).isEmpty();
        assertThat(viewer.get("/api/v1/runs/5").code()).isEqualTo("run-not-found");
    }

    @Test
    void peopleAreListedByWhereTheirMessagesStand() {
        assertThat(people("", "state")).containsExactly("delivered", "refused", "in-doubt", "submitted", "waiting");
        assertThat(people("?state=delivered", "contact")).containsExactly("12025550100");
        assertThat(people("?state=refused", "detail")).containsExactly("No such address");
        assertThat(people("?state=in-doubt", "messageId")).containsExactly("1003");
        assertThat(people("?state=waiting", "messageId")).containsExactly("1005");
        assertThat(people("?state=undelivered", "messageId")).isEmpty();
        assertThat(people("?q=%2B1%20202%20555%200102", "messageId")).containsExactly("1003");
        assertThat(people("?q=0102", "messageId")).containsExactly("1003");
        assertThat(people("?q=0101&state=refused", "messageId")).containsExactly("1002");
        assertThat(people("?q=0101&state=delivered", "messageId")).isEmpty();
        assertThat(people("?q=moon", "messageId")).isEmpty();
        String next = viewer.get(path + "/recipients?limit=2").json().getString("next");
        assertThat(people("?limit=2&after=" + next, "messageId")).containsExactly("1003", "1004");
    }

    @Test
    void peopleLeftOutAreListedByTheReason() {
        assertThat(people("?reason=duplicate-phone", "profileId")).containsExactly("11", "12");
        assertThat(people("?reason=too-long", "detail")).containsExactly("12 parts");
        assertThat(people("?state=excluded&q=0109", "code")).containsExactly("too-long");
        String next =
                viewer.get(path + "/recipients?state=excluded&limit=2").json().getString("next");
        assertThat(people("?state=excluded&limit=2&after=" + next, "code")).containsExactly("too-long");
        assertThat(viewer.get(path + "/recipients?reason=limit&after=nonsense").code())
                .isEqualTo("cursor-invalid");
    }
}
