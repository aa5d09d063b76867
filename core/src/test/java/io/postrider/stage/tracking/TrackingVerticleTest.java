package io.postrider.stage.tracking;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.store.Database;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
final class TrackingVerticleTest {
    private static final String PERSONAL = "https://shop.example/you/привет";
    private final Database database;
    private final Database ofServer;
    private final TrackingServer server;

    TrackingVerticleTest(Database database, Vertx vertx, PostgresAddress address, @TempDir Path folder) {
        this.database = database;
        this.ofServer = Database.open(vertx, address, 2, Database.Plans.BY_INDEX);
        this.server = new TrackingServer(vertx, ofServer, folder);
    }

    @AfterEach
    void stop() {
        server.stop();
        await(ofServer.close());
    }

    private List<Long> figures(long run) {
        return await(database.first(
                        row -> List.of(row.getLong("people"), row.getLong("clicks"), row.getLong("robots")),
                        "select sum(people)::bigint as people, sum(clicks)::bigint as clicks, sum(robots)::bigint as robots"
                                + " from run_click where run_id = $1 having count(*) > 0",
                        run))
                .orElseGet(() -> List.of(0L, 0L, 0L));
    }

    @Test
    void whoeverOpensALinkIsSentToItsTargetAndNothingIsKeptByCaches() {
        SentLinks.run(database, 101, 1000, 1009, PERSONAL);

        HttpResponse<String> fixed = server.visit(1004, 0);
        HttpResponse<String> personal = server.visit(1009, 8);

        assertThat(fixed.statusCode()).isEqualTo(302);
        assertThat(fixed.headers().firstValue("Location")).contains(SentLinks.FIXED);
        assertThat(fixed.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(personal.headers().firstValue("Location"))
                .contains("https://shop.example/you/%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82");
    }

    @Test
    void aClickIsStoredWithoutTheEndOfTheAddress() {
        long run = SentLinks.run(database, 102, 2000, 2009, PERSONAL);
        server.visit(2001, 0);
        server.pump(database);

        assertThat(await(database.first(
                        row -> row.getString("ip") + " " + row.getBoolean("first") + " " + row.getString("user_agent"),
                        "select ip, first, user_agent from click where run_id = $1",
                        run)))
                .contains("198.51.100.0 true " + TrackingServer.PHONE);
    }

    @Test
    void headRequestsAndPreviewsAreAnsweredButAreNotPeople() {
        long run = SentLinks.run(database, 103, 3000, 3009, PERSONAL);
        String code = SentLinks.CODES.code(3001, 0);

        assertThat(server.ask("HEAD", code, TrackingServer.PHONE, "198.51.100.1")
                        .join()
                        .statusCode())
                .isEqualTo(302);
        assertThat(server.ask("GET", code, "TelegramBot (like TwitterBot)", "198.51.100.1")
                        .join()
                        .statusCode())
                .isEqualTo(302);
        server.pump(database);

        assertThat(figures(run)).containsExactly(0L, 0L, 2L);
    }

    @Test
    void codesThatLeadNowhereAllGetTheSamePage() {
        SentLinks.run(database, 104, 4000, 4009, PERSONAL);
        List<String> wrong = List.of(
                "12345678", "", "wp-login.php", SentLinks.CODES.code(4001, 3), SentLinks.CODES.code(4999, 0), "a/b");

        List<HttpResponse<String>> answers = wrong.stream()
                .map(code -> server.ask("GET", code, TrackingServer.PHONE, "198.51.100.2")
                        .join())
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(answers.get(0).body()).contains("no longer valid");
        });
    }

    @Test
    void whoeverTriesCodesIsStoppedAndOthersAreNot() {
        SentLinks.run(database, 105, 5000, 5009, PERSONAL);
        String right = SentLinks.CODES.code(5001, 0);
        for (int i = 0; i < TrackingServer.MOST_WRONG; i++) {
            assertThat(server.ask("GET", "wrong", "x", "2001:db8:0:1::" + i)
                            .join()
                            .statusCode())
                    .isEqualTo(404);
        }

        assertThat(server.ask("GET", right, "x", "2001:db8:0:1::ffff").join().statusCode())
                .isEqualTo(429);
        assertThat(server.ask("GET", right, "x", "2001:db8:0:2::1").join().statusCode())
                .isEqualTo(302);
    }

    @Test
    void clicksAtTheSameMomentAreEachCountedOnce() {
        long run = SentLinks.run(database, 106, 6000, 6299, PERSONAL);
        List<CompletableFuture<HttpResponse<String>>> visits = IntStream.range(0, 600)
                .mapToObj(i -> server.ask(
                        "GET", SentLinks.CODES.code(6000 + i % 300, 0), TrackingServer.PHONE, "198.51.100.3"))
                .toList();
        assertThat(visits)
                .allSatisfy(visit -> assertThat(visit.join().statusCode()).isEqualTo(302));
        server.pump(database);

        assertThat(figures(run)).containsExactly(300L, 600L, 0L);
    }

    @Test
    void whileTheDatabaseIsAwayKnownLinksWorkAndNoClickIsLost() {
        long run = SentLinks.run(database, 107, 7000, 7009, PERSONAL);
        server.visit(7001, 0);
        await(ofServer.close());

        assertThat(server.visit(7002, 0).statusCode()).isEqualTo(302);
        assertThat(server.visit(9_999_999, 0).statusCode()).isEqualTo(503);

        server.pump(database);
        assertThat(figures(run)).containsExactly(2L, 2L, 0L);
    }

    @Test
    void afterAKillTheRestOfTheFilesIsPumpedOnce() throws IOException {
        long run = SentLinks.run(database, 108, 8000, 8009, PERSONAL);
        server.visit(8001, 0);
        await(ofServer.close());
        server.visit(8002, 0);
        server.visit(8002, 0);
        Path file = server.files().get(0);
        byte[] clicks = Files.readAllBytes(file);

        server.pumpAsAnotherServer(database);
        assertThat(server.files()).isEmpty();
        assertThat(figures(run)).containsExactly(2L, 3L, 0L);

        Files.write(file, clicks, StandardOpenOption.CREATE_NEW);
        Files.write(file, "1\t2".getBytes(java.nio.charset.StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        await(database.query(
                "insert into click_position (file, position) values ($1, $2)",
                file.getFileName().toString(),
                (long) clicks.length));
        server.pumpAsAnotherServer(database);
        assertThat(figures(run)).containsExactly(2L, 3L, 0L);
        assertThat(server.files()).isEmpty();
    }
}
