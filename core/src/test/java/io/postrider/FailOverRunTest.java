package io.postrider;

import static io.postrider.RunningServer.eventually;
import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.mailing.Run;
import io.postrider.mailing.RunState;
import io.postrider.mailing.RunStore;
import io.postrider.message.MessageState;
import io.postrider.message.RecountStore;
import io.postrider.queue.LocalQueue;
import io.postrider.report.Equation;
import io.postrider.report.FigureStore;
import io.postrider.report.RunFigures;
import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.store.Database;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A mailing by an operator that refuses half of the phones, and another one that takes them over: all over SMPP and TCP. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FailOverRunTest {
    private static final int REFUSED_PERCENT = 50;
    private Database database;
    private RunningServer server;
    private Simulator picky;

    @BeforeAll
    void open(Database database, PostgresAddress postgres, @TempDir Path data) {
        this.database = database;
        FaultLab.writePeople(database);
        server = RunningServer.start(postgres, data, RunningServer.allArrive(0), LocalQueue::new);
        picky = await(new Simulator(SimulatorSettings.onFreePorts()
                        .with(RunningServer.allArrive(0).withRefused(REFUSED_PERCENT)))
                .start());
    }

    @AfterAll
    void close() {
        server.close();
        await(picky.stop());
    }

    @Test
    void everybodyIsReachedThoughOneOperatorRefusesManyAndNobodyTwice() throws InterruptedException {
        String backup = server.sender("Backup", server.simulator());
        String mailing = start(pickySender(backup));
        Run run = eventually(() -> run(mailing), now -> now.state() == RunState.RESTED);
        RunFigures figures = await(new FigureStore(database).of(run));

        assertThat(figures.in(MessageState.DELIVERED)).isEqualTo(FaultLab.PEOPLE);
        assertThat(Equation.of(figures)).allMatch(Equation::holds);
        assertThat(await(new RecountStore(database).differences(1, run.id()))).isEmpty();
        assertThat(reached().stream().map(message -> message.getString("phone")).distinct())
                .hasSize(FaultLab.PEOPLE);
        assertThat(reached()).as("nobody twice").hasSize(FaultLab.PEOPLE);
        assertThat(reached()).extracting(message -> message.getString("from")).containsOnly("SHOP");
        int handedOver = await(server.simulator().messages()).size();
        assertThat(handedOver).isBetween(FaultLab.PEOPLE / 3, FaultLab.PEOPLE * 2 / 3);
        assertThat(server.get("/api/v1/runs/" + run.id()).getJsonArray("senders").stream()
                        .map(JsonObject.class::cast)
                        .mapToInt(one -> one.getInteger("waiting"))
                        .sum())
                .isZero();
        JsonArray steps =
                server.get("/api/v1/messages/" + oneThatWasHandedOver(backup)).getJsonArray("steps");
        assertThat(steps.stream().map(JsonObject.class::cast).map(FailOverRunTest::brief))
                .containsExactly("retry 1 Picky", "accepted 2 Backup", "receipt 2 Backup");
        assertThat(steps.getJsonObject(0).getString("detail")).endsWith("; goes on by the sender Backup");
    }

    private static String brief(JsonObject step) {
        return step.getString("kind") + " " + step.getInteger("attempt") + " " + step.getString("sender");
    }

    private String pickySender(String backup) {
        JsonObject rule = new JsonObject().put("tries", 1).put("ending", "fail-over");
        return server.make(
                "/api/v1/senders",
                new JsonObject()
                        .put("name", "Picky")
                        .put("gateway", "smpp")
                        .put("callerId", "SHOP")
                        .put("errors", new JsonObject().put("permanent", rule).put("failOverTo", backup))
                        .put(
                                "settings",
                                new JsonObject()
                                        .put("host", "127.0.0.1")
                                        .put("port", Integer.toString(picky.smppPort()))
                                        .put("system-id", "postrider")
                                        .put("password", "simulate")));
    }

    private String start(String sender) throws InterruptedException {
        String mailing = server.make(
                "/api/v1/mailings",
                new JsonObject()
                        .put("name", "By two operators")
                        .put("senderId", sender)
                        .put("channel", "sms")
                        .put("resourceId", "5")
                        .put("databaseId", "7")
                        .put("templateId", "9"));
        server.post("/api/v1/mailings/" + mailing + "/activate", new JsonObject());
        eventually(() -> runs(mailing), runs -> !runs.isEmpty());
        return mailing;
    }

    private JsonArray runs(String mailing) {
        return server.get("/api/v1/mailings/" + mailing + "/runs").getJsonArray("items");
    }

    private Run run(String mailing) {
        String id = runs(mailing).getJsonObject(0).getString("id");
        return await(new RunStore(database).get(1, Long.parseLong(id)));
    }

    private List<JsonObject> reached() {
        return Stream.of(server.simulator(), picky)
                .flatMap(operator -> await(operator.messages()).stream())
                .map(JsonObject.class::cast)
                .toList();
    }

    private long oneThatWasHandedOver(String backup) {
        return await(database.list(
                        row -> row.getLong("id"),
                        "select message_id as id from message_event where sender_id = $1 order by message_id limit 1",
                        Long.valueOf(backup)))
                .get(0);
    }
}
