package io.postrider.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.http.HttpFixture;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The set-up of an empty installation: only who reads the console gets in, once, and chooses an own password. */
@ExtendWith(TestDatabase.class)
final class FirstPasswordTest {
    private HttpFixture http;
    private String printed;

    @BeforeEach
    void open(Vertx vertx, Database database, Ids ids) {
        TestDatabase.await(database.query("truncate app_user, user_session, api_key cascade"));
        SecureRandom random = new SecureRandom();
        printed = TestDatabase.await(new FirstRun(
                                new UserStore(database, ids), new Passwords(vertx, random), random, Clock.systemUTC())
                        .makeAdmin(1, HttpFixture.LOGIN, ""))
                .orElseThrow();
        http = HttpFixture.open(vertx, database, ids, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        http.close();
    }

    private Reply logIn(String password) {
        return http.anonymous()
                .post(
                        "/api/v1/sessions",
                        new JsonObject().put("login", HttpFixture.LOGIN).put("password", password));
    }

    private HttpClientOfTests browser(Reply in) {
        return http.anonymous()
                .with("Cookie", in.header("Set-Cookie").split(";", 2)[0])
                .with("X-CSRF-Token", in.json().getString("csrfToken"));
    }

    private static Reply choose(HttpClientOfTests browser, String present, String wanted) {
        return browser.post(
                "/api/v1/me/password", new JsonObject().put("password", present).put("newPassword", wanted));
    }

    private boolean setupNeeded() {
        return http.anonymous().get("/api/v1/setup").json().getBoolean("needed");
    }

    @Test
    void whoKnowsThePrintedPasswordIsAskedToChooseAnother() {
        assertThat(setupNeeded()).isTrue();
        Reply in = logIn(printed);
        assertThat(in.json().getBoolean("mustChangePassword")).isTrue();
        assertThat(choose(browser(in), printed, "a password of my own").status())
                .isEqualTo(204);
        assertThat(browser(in).get("/api/v1/me").json().getBoolean("mustChangePassword"))
                .isFalse();
        assertThat(setupNeeded()).isFalse();
        assertThat(logIn(printed).status()).isEqualTo(401);
        assertThat(logIn("a password of my own").json().getBoolean("mustChangePassword"))
                .isFalse();
    }

    @Test
    void setUpTellsAStrangerNothingElseAndAWrongPasswordGetsNobodyIn() {
        assertThat(http.anonymous().get("/api/v1/setup").json().fieldNames()).containsExactly("needed");
        assertThat(logIn("guess-guess-gues-s").status()).isEqualTo(401);
        assertThat(setupNeeded()).isTrue();
    }

    @Test
    void ofTwoWhoSetUpAtOnceOneWins() {
        List<Reply> sessions = List.of(logIn(printed), logIn(printed));
        List<CompletableFuture<Reply>> both = Stream.of(0, 1)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> choose(browser(sessions.get(i)), printed, "the password of number " + i)))
                .toList();
        List<Integer> statuses =
                both.stream().map(reply -> reply.join().status()).toList();
        assertThat(statuses).containsOnlyOnce(204);
        int winner = statuses.indexOf(204);
        assertThat(logIn("the password of number " + winner).status()).isEqualTo(201);
        assertThat(logIn("the password of number " + (1 - winner)).status()).isEqualTo(401);
    }

    @Test
    void aPasswordFromTheSettingsNeedsNoSetUp(Vertx vertx, Database database, Ids ids) {
        TestDatabase.await(database.query("truncate app_user, user_session, api_key cascade"));
        try (HttpFixture given = HttpFixture.open(vertx, database, ids, Clock.systemUTC())) {
            assertThat(given.anonymous().get("/api/v1/setup").json().getBoolean("needed"))
                    .isFalse();
            assertThat(logIn(HttpFixture.PASSWORD).json().getBoolean("mustChangePassword"))
                    .isFalse();
        }
    }
}
