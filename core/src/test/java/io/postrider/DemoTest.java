package io.postrider;

import static io.postrider.RunningServer.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.queue.LocalQueue;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The demo data in one click, on the real server, up to the mailing that goes to the simulator. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoTest {
    private static final String PATH = "/api/v1/rehearsal/demo";
    private static final JsonObject NOTHING = new JsonObject();
    private RunningServer server;

    @BeforeAll
    void open(PostgresAddress postgres, @TempDir Path data) {
        server = RunningServer.start(postgres, data, RunningServer.allArrive(0), LocalQueue::new);
    }

    @AfterAll
    void close() {
        server.close();
    }

    private static List<String> ids(JsonObject made) {
        return Stream.of("senderId", "databaseId", "resourceId", "templateId", "mailingId")
                .map(made::getString)
                .toList();
    }

    @Test
    void manyClicksMakeOneDemoWhoseMailingReachesThePhonesOfTheSimulator() throws InterruptedException {
        List<JsonObject> clicks = Stream.of(1, 2, 3)
                .map(click -> CompletableFuture.supplyAsync(() -> server.post(PATH, NOTHING)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        JsonObject made = clicks.get(0);
        assertThat(clicks).extracting(DemoTest::ids).containsOnly(ids(made));
        String job = "/api/v1/jobs/" + made.getJsonObject("job").getString("id");

        JsonObject imported = eventually(() -> server.get(job), now -> now.getString("endedAt") != null);
        assertThat(imported.getString("state")).isEqualTo("finished");
        assertThat(imported.getJsonObject("progress").getLong("rows")).isEqualTo(6095);
        JsonObject again = server.post(PATH, NOTHING);
        assertThat(ids(again)).isEqualTo(ids(made));
        assertThat(again.getJsonObject("job").getString("id")).isEqualTo(imported.getString("id"));

        String mailing = "/api/v1/mailings/" + made.getString("mailingId");
        assertThat(server.get(mailing).getString("state")).isEqualTo("draft");
        server.post(mailing + "/activate", NOTHING);
        JsonArray runs =
                eventually(() -> server.get(mailing + "/runs").getJsonArray("items"), items -> !items.isEmpty());
        assertThat(runs.getJsonObject(0).getBoolean("rehearsal")).isTrue();
        String run = "/api/v1/runs/" + runs.getJsonObject(0).getString("id");
        JsonObject rested = eventually(() -> server.get(run), now -> "rested".equals(now.getString("state")));
        long recipients = rested.getJsonObject("figures").getLong("recipients");
        assertThat(recipients).isGreaterThan(4000);
        assertThat(rested.getJsonObject("figures").getLong("delivered")).isEqualTo(recipients);
        assertThat(server.get("/api/v1/rehearsal/messages?limit=1&q=Aloha").getJsonArray("items"))
                .hasSize(1);
        JsonObject row = server.get("/api/v1/mailings").getJsonArray("items").getJsonObject(0);
        assertThat(row.getBoolean("rehearsal")).isTrue();
        assertThat(row.getJsonObject("lastRun").getBoolean("rehearsal")).isTrue();
    }
}
