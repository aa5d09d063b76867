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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionsTest {
    private static final String LONG_ENOUGH = "a long enough one";
    private static final JsonObject RUSSIAN = new JsonObject().put("language", "ru");
    private HttpFixture http;

    @BeforeAll
    void open(Vertx vertx, Database database, Ids ids) {
        http = HttpFixture.open(vertx, database, ids, Clock.systemUTC());
    }

    @AfterAll
    void close() {
        http.close();
    }

    private Reply tryToLogIn(String login, String password) {
        return http.anonymous()
                .post("/api/v1/sessions", new JsonObject().put("login", login).put("password", password));
    }

    /** A browser after logging in, without the CSRF token that its page would add. */
    private HttpClientOfTests browser(Reply loggedIn) {
        return http.anonymous().with("Cookie", loggedIn.header("Set-Cookie").split(";", 2)[0]);
    }

    private static HttpClientOfTests withToken(HttpClientOfTests browser, Reply loggedIn) {
        return browser.with("X-CSRF-Token", loggedIn.json().getString("csrfToken"));
    }

    private Reply makeUser(String login, String role) {
        return http.as("admin")
                .post(
                        "/api/v1/users",
                        new JsonObject()
                                .put("login", login)
                                .put("password", LONG_ENOUGH)
                                .put("role", role));
    }

    @Test
    void whoLogsInGetsACookieThatScriptsCannotRead() {
        Reply reply = tryToLogIn(HttpFixture.LOGIN, HttpFixture.PASSWORD);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(browser(reply).get("/api/v1/me").json().getString("login")).isEqualTo(HttpFixture.LOGIN);
    }

    @Test
    void aWrongLoginLooksLikeAWrongPassword() {
        Reply known = tryToLogIn(HttpFixture.LOGIN, "not this one");
        Reply unknown = tryToLogIn("nobody at all", "not this one");
        assertThat(known.status()).isEqualTo(401);
        assertThat(known.text()).isEqualTo(unknown.text());
    }

    @Test
    void whoGuessesHasToWait() {
        makeUser("guessed", "viewer");
        for (int i = 0; i < 5; i++) {
            assertThat(tryToLogIn("guessed", "guess " + i).status()).isEqualTo(401);
        }
        Reply waiting = tryToLogIn("guessed", LONG_ENOUGH);
        assertThat(waiting.status()).isEqualTo(429);
        assertThat(waiting.code()).isEqualTo("login-too-many-tries");
        assertThat(tryToLogIn(HttpFixture.LOGIN, HttpFixture.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void aChangeByABrowserNeedsTheTokenOfItsPage() {
        Reply in = tryToLogIn(HttpFixture.LOGIN, HttpFixture.PASSWORD);
        HttpClientOfTests browser = browser(in);
        assertThat(browser.patch("/api/v1/me", RUSSIAN).code()).isEqualTo("request-foreign");
        assertThat(browser.with("X-CSRF-Token", "guess")
                        .patch("/api/v1/me", RUSSIAN)
                        .status())
                .isEqualTo(403);
        assertThat(withToken(browser, in).patch("/api/v1/me", RUSSIAN).status()).isEqualTo(200);
    }

    @Test
    void aForeignPageCanNeitherChangeAnythingNorLogIn() {
        Reply in = tryToLogIn(HttpFixture.LOGIN, HttpFixture.PASSWORD);
        HttpClientOfTests page = withToken(browser(in), in);
        for (String origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:1"}) {
            assertThat(page.with("Origin", origin).patch("/api/v1/me", RUSSIAN).status())
                    .isEqualTo(403);
        }
        assertThat(page.with("Origin", "http://127.0.0.1:" + http.port())
                        .patch("/api/v1/me", RUSSIAN)
                        .status())
                .isEqualTo(200);
        JsonObject login = new JsonObject().put("login", HttpFixture.LOGIN).put("password", HttpFixture.PASSWORD);
        assertThat(http.anonymous()
                        .with("Origin", "https://evil.example")
                        .post("/api/v1/sessions", login)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void loggingOutEndsTheSession() {
        Reply in = tryToLogIn(HttpFixture.LOGIN, HttpFixture.PASSWORD);
        HttpClientOfTests browser = withToken(browser(in), in);
        assertThat(browser.delete("/api/v1/sessions/current").status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void anotherPasswordEndsTheOtherSessions() {
        makeUser("paula", "marketer");
        Reply here = tryToLogIn("paula", LONG_ENOUGH);
        Reply there = tryToLogIn("paula", LONG_ENOUGH);
        JsonObject change = new JsonObject().put("password", LONG_ENOUGH).put("newPassword", "another long one");
        HttpClientOfTests browser = withToken(browser(here), here);
        assertThat(browser.post("/api/v1/me/password", change.copy().put("password", "wrong"))
                        .code())
                .isEqualTo("password-wrong");
        assertThat(browser.post("/api/v1/me/password", change).status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(browser(there).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(tryToLogIn("paula", LONG_ENOUGH).status()).isEqualTo(401);
        assertThat(tryToLogIn("paula", "another long one").status()).isEqualTo(201);
    }

    @Test
    void aDeletedUserIsOutAtOnce() {
        Reply made = makeUser("dora", "viewer");
        Reply in = tryToLogIn("dora", LONG_ENOUGH);
        assertThat(browser(in).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(http.as("admin").at(1).delete(made.header("Location")).status())
                .isEqualTo(204);
        assertThat(browser(in).get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void theLastAdministratorStays() {
        HttpClientOfTests admin = http.as("admin");
        JsonObject first = admin.get("/api/v1/users?q=" + HttpFixture.LOGIN)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        String path = "/api/v1/users/" + first.getString("id");
        HttpClientOfTests atVersion = admin.at(first.getInteger("version"));
        assertThat(atVersion.delete(path).code()).isEqualTo("user-last-admin");
        assertThat(atVersion.patch(path, new JsonObject().put("role", "viewer")).code())
                .isEqualTo("user-last-admin");
    }

    @Test
    void anApiKeyIsShownOnceAndEndsAtOnce() {
        HttpClientOfTests admin = http.as("admin");
        JsonObject body = new JsonObject().put("name", "till").put("role", "viewer");
        Reply made = admin.post("/api/v1/api-keys", body);
        HttpClientOfTests till =
                http.anonymous().with("Authorization", "Bearer " + made.json().getString("key"));
        assertThat(made.json().getString("key")).startsWith("prk_");
        assertThat(till.get("/api/v1/me").json().getString("role")).isEqualTo("viewer");
        assertThat(till.patch("/api/v1/me", RUSSIAN).code()).isEqualTo("only-people");
        assertThat(admin.get("/api/v1/api-keys?q=till").text())
                .contains(made.json().getString("prefix"))
                .doesNotContain(made.json().getString("key"));
        assertThat(admin.delete(made.header("Location")).status()).isEqualTo(204);
        assertThat(till.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void onlyTheFirstStartMakesAnAdministrator(Vertx vertx, Database database, Ids ids) {
        SecureRandom random = new SecureRandom();
        FirstRun again =
                new FirstRun(new UserStore(database, ids), new Passwords(vertx, random), random, Clock.systemUTC());
        assertThat(TestDatabase.await(again.makeAdmin(1, "intruder", ""))).isEmpty();
    }
}
