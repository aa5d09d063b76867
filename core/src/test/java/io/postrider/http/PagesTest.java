package io.postrider.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesTest {
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
    private HttpFixture http;

    @BeforeAll
    void open(Vertx vertx, Database database, Ids ids) {
        http = HttpFixture.open(vertx, database, ids, Clock.systemUTC());
    }

    @AfterAll
    void close() {
        http.close();
    }

    private static List<String> filesOf(String page) {
        return FILE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    @Test
    void theFirstPageLoadsOnlyFilesThatAreServedAndNeverChange() {
        Reply page = http.anonymous().get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        List<String> files = filesOf(page.text());
        assertThat(files).anyMatch(file -> file.endsWith(".js")).anyMatch(file -> file.endsWith(".css"));
        for (String file : files) {
            Reply served = http.anonymous().get(file);
            assertThat(served.status()).as(file).isEqualTo(200);
            String caching = file.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
            assertThat(served.header("Cache-Control")).as(file).isEqualTo(caching);
        }
    }

    @Test
    void filesAreSentCompressedToThoseWhoCanReadThat() {
        String script = filesOf(http.anonymous().get("/").text()).stream()
                .filter(file -> file.startsWith("/assets/") && file.endsWith(".js"))
                .findFirst()
                .orElseThrow();
        Reply plain = http.anonymous().get(script);
        Reply small = http.anonymous().with("Accept-Encoding", "gzip, br").get(script);
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(small.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(Integer.parseInt(small.header("Content-Length")))
                .isLessThan(Integer.parseInt(plain.header("Content-Length")));
    }

    @Test
    void thePolicyLetsNoScriptOrStyleInsideThePageThroughExceptByAFreshNumber() {
        Reply one = http.anonymous().get("/");
        Reply other = http.anonymous().get("/");
        String policy = one.header("Content-Security-Policy");
        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe");
        String nonce = policy.replaceAll(".*style-src 'self' 'nonce-([^']+)'.*", "$1");
        assertThat(nonce).hasSize(24);
        assertThat(one.text()).contains(nonce).doesNotContain("__STYLE_NONCE__").doesNotContain("<style");
        assertThat(other.header("Content-Security-Policy")).doesNotContain(nonce);
        assertThat(one.text()).doesNotContainPattern("<script(?![^>]*\\bsrc=)").doesNotContainPattern(" on\\w+=");
        assertThat(http.anonymous().get("/robots.txt").header("Content-Security-Policy"))
                .doesNotContain("nonce");
    }

    @Test
    void theAddressOfAScreenLeadsToItWhenABrowserAsks() {
        HttpClientOfTests browser = http.anonymous().with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        for (String path : List.of("/mailings", "/senders/4097", "/databases/12/import/", "/index.html")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(200);
            assertThat(browser.get(path).text()).as(path).contains("<div id=\"root\">");
        }
        for (String path : List.of("/api", "/api/v2/x", "/assets/gone-1234.js", "/favicon.ico", "/files.txt")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(http.anonymous().get("/mailings").status()).isEqualTo(404);
    }

    @Test
    void theDescriptionOfTheApiIsOpenToEverybody() {
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
