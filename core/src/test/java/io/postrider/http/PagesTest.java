package io.postrider.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesTest {
    private HttpFixture http;

    @BeforeAll
    void open(Vertx vertx, Database database, Ids ids) {
        http = HttpFixture.open(vertx, database, ids, Clock.systemUTC());
    }

    @AfterAll
    void close() {
        http.close();
    }

    @Test
    void theFirstPageLeadsToTheDescriptionOfTheApi() {
        Reply page = http.anonymous().get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("/api/v1/openapi.yaml")
                .contains("Этот сервер")
                .doesNotContain("<script");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(http.anonymous().get("/page.css").status()).isEqualTo(200);
        Reply description = http.anonymous().get("/api/v1/openapi.yaml");
        assertThat(description.status()).isEqualTo(200);
        assertThat(description.text()).startsWith("openapi: 3.1.0");
    }

    @Test
    void robotsAreAskedToStayAway() {
        assertThat(http.anonymous().get("/robots.txt").text()).contains("Disallow: /");
    }

    @Test
    void nothingBesideThePagesIsServed() {
        for (String path : List.of(
                "/.git/config",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/openapi.yaml",
                "/..%5c..%5copenapi.yaml",
                "/openapi.yaml",
                "/db/migration/V1__first_tables.sql",
                "/plugins/x.jar",
                "/index.html.jsp")) {
            assertThat(http.anonymous().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void pagesOnlyAnswerToReading() {
        assertThat(http.anonymous().send("POST", "/index.html", "{}").status()).isEqualTo(405);
    }
}
