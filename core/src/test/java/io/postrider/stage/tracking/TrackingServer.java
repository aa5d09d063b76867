package io.postrider.stage.tracking;

import static io.postrider.store.TestDatabase.await;

import io.postrider.link.ClickStore;
import io.postrider.link.LinkStore;
import io.postrider.link.RobotDetector;
import io.postrider.link.Targets;
import io.postrider.store.Database;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A tracking domain that a test can visit. */
final class TrackingServer {
    static final int MOST_WRONG = 20;
    static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Mobile Safari/604.1";
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Vertx vertx;
    private final Path folder;
    private final ClickLog log;
    private final TrackingVerticle verticle;
    private final String deployment;
    final Targets targets;

    TrackingServer(Vertx vertx, Database database, Path folder) {
        this.vertx = vertx;
        this.folder = folder;
        this.log = log(vertx, folder);
        this.targets = new Targets(new LinkStore(database));
        Redirector redirector =
                new Redirector(SentLinks.CODES, targets, new RobotDetector(), log, Clock.systemUTC(), MOST_WRONG);
        ClickPump pump = new ClickPump(log, new ClickStore(database));
        this.verticle = new TrackingVerticle(redirector, log, pump, "127.0.0.1", 0, true);
        this.deployment = await(vertx.deployVerticle(verticle));
    }

    private static ClickLog log(Vertx vertx, Path folder) {
        return new ClickLog(vertx, folder, Clock.systemUTC(), new Random());
    }

    CompletableFuture<HttpResponse<String>> ask(String method, String code, String agent, String address) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + verticle.actualPort() + "/" + code))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("User-Agent", agent)
                .header("X-Forwarded-For", "203.0.113.9, " + address)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> visit(long message, int link) {
        return ask("GET", SentLinks.CODES.code(message, link), PHONE, "198.51.100.77")
                .join();
    }

    /** Writes what is in the files to a database, as a server does that starts on the same folder. */
    void pumpAsAnotherServer(Database database) {
        ClickLog other = log(vertx, folder);
        await(new ClickPump(other, new ClickStore(database)).pump());
    }

    /** Writes what is in the files to a database now. */
    void pump(Database database) {
        await(new ClickPump(log, new ClickStore(database)).pump());
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    void stop() {
        await(vertx.undeploy(deployment));
    }
}
