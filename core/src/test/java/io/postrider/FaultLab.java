package io.postrider;

import static io.postrider.RunningServer.eventually;
import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.mailing.Run;
import io.postrider.mailing.RunState;
import io.postrider.mailing.RunStore;
import io.postrider.message.MessageState;
import io.postrider.message.RecountStore;
import io.postrider.report.Equation;
import io.postrider.report.FigureStore;
import io.postrider.report.RunFigures;
import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.store.Database;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mailing to many people through an operator of its own that is about to go wrong, and what must be true afterwards. */
final class FaultLab implements AutoCloseable {
    static final int PEOPLE = 1500;
    static final int WINDOW = 200;
    private static final int A_SECOND = 1000;
    private final Database database;
    private final RunningServer server;
    private final Behaviour behaviour;
    private final Map<String, Integer> reached = new HashMap<>();
    private Simulator simulator;
    private String mailing = "";

    FaultLab(Database database, RunningServer server, long seed) {
        this.database = database;
        this.server = server;
        this.behaviour = Behaviour.usual()
                .withSeed(seed)
                .withTimes(Duration.ofMillis(5), Duration.ofMillis(20))
                .withShares(90, 5, 5)
                .withClick(0);
        this.simulator = await(new Simulator(SimulatorSettings.onFreePorts().with(behaviour)).start());
    }

    /** People with a phone each, to be written once for all tests of a class. */
    static void writePeople(Database database) {
        List.of(
                        "insert into profile_database (account_id, id, name, created_at) values (1, 7, 'P', now())",
                        "insert into resource (account_id, id, name, created_at) values (1, 5, 'R', now())",
                        "insert into resource_channel (account_id, resource_id, channel, caller_id) values (1, 5, 'sms', 'SHOP')",
                        "insert into resource_database (account_id, resource_id, database_id) values (1, 5, 7)",
                        "insert into profile (account_id, database_id, id, fname, created_at, updated_at)"
                                + " select 1, 7, g, 'Ann', now(), now() from generate_series(1, " + PEOPLE + ") g",
                        "insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact,"
                                + " contact_key, status, source, created_at, updated_at) select 1, g, 5, 'sms', 7, g,"
                                + " (18085550000 + g)::text, 18085550000 + g, 0, 'file', now(), now()"
                                + " from generate_series(1, " + PEOPLE + ") g",
                        "insert into template (account_id, id, name, created_at, updated_at) values (1, 9, 'T', now(), now())",
                        "insert into template_version (account_id, template_id, version, channel, text, created_by, created_at)"
                                + " values (1, 9, 1, 'sms', 'Hi {lead._fname}', 1, now())")
                .forEach(sql -> await(database.query(sql)));
    }

    /** Starts a mailing and waits until the operator has so many of its messages. */
    void sendUntil(int submitted) throws InterruptedException {
        String sender = server.make(
                "/api/v1/senders",
                new JsonObject()
                        .put("name", "Operator " + simulator.smppPort())
                        .put("gateway", "smpp")
                        .put("callerId", "SHOP")
                        .put("messagesPerSecond", A_SECOND)
                        .put("window", WINDOW)
                        .put(
                                "settings",
                                new JsonObject()
                                        .put("host", "127.0.0.1")
                                        .put("port", Integer.toString(simulator.smppPort()))
                                        .put("system-id", "postrider")
                                        .put("password", "simulate")
                                        .put("connect-timeout", "PT2S")
                                        .put("retry-pause", "PT0.1S")
                                        .put("enquire-link", "PT1S")
                                        .put("throttle-pause", "PT0.1S")
                                        .put("response-timeout", "PT2S")));
        mailing = server.make(
                "/api/v1/mailings",
                new JsonObject()
                        .put("name", "Faults " + simulator.smppPort())
                        .put("senderId", sender)
                        .put("channel", "sms")
                        .put("resourceId", "5")
                        .put("databaseId", "7")
                        .put("templateId", "9"));
        server.post("/api/v1/mailings/" + mailing + "/activate", new JsonObject());
        eventually(() -> await(simulator.statistics()).getInteger("messages"), messages -> messages >= submitted);
    }

    Simulator operator() {
        return simulator;
    }

    /** The operator goes wrong like this from now on, or comes right again. */
    void faults(JsonObject faults) {
        await(simulator.behave(behaviour.withFaults(faults)));
    }

    /** Ends the operator like a power cut. */
    void kill() {
        noteReached();
        await(simulator.stop());
    }

    /** Starts another one where the first was, which knows nothing of it. */
    void restart() {
        SimulatorSettings usual = SimulatorSettings.onFreePorts().with(behaviour);
        simulator = await(new Simulator(new SimulatorSettings(
                        usual.host(),
                        simulator.smppPort(),
                        0,
                        usual.tls(),
                        usual.accounts(),
                        usual.unknownAccount(),
                        usual.keep(),
                        usual.timers(),
                        behaviour))
                .start());
    }

    private void noteReached() {
        await(simulator.messages())
                .forEach(message -> reached.merge(((JsonObject) message).getString("phone"), 1, Integer::sum));
    }

    private Run run() {
        String id = server.get("/api/v1/mailings/" + mailing + "/runs")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        return await(new RunStore(database).get(1, Long.parseLong(id)));
    }

    private RunFigures figures(Run run) {
        return await(new FigureStore(database).of(run));
    }

    /** Waits until the run is at rest, and says what became of its messages. */
    RunFigures atRest() throws InterruptedException {
        Run run = eventually(this::run, now -> now.state() == RunState.RESTED);
        return judged(run);
    }

    /** Waits until all is handed over and every receipt has come that can come. */
    RunFigures handedOver(long receiptsLost) throws InterruptedException {
        Run run = run();
        eventually(
                () -> figures(run),
                now -> now.in(MessageState.WAITING) == 0 && now.in(MessageState.SUBMITTED) <= receiptsLost);
        return judged(run);
    }

    private RunFigures judged(Run run) {
        RunFigures figures = figures(run);
        noteReached();
        List<String> twice = new ArrayList<>();
        reached.forEach((phone, times) -> {
            if (times > 1) {
                twice.add(phone);
            }
        });
        assertThat(twice).as("phones that were written to twice").isEmpty();
        assertThat(Equation.of(figures)).allMatch(Equation::holds);
        assertThat(figures.recipients()).isEqualTo(PEOPLE);
        assertThat(await(new RecountStore(database).differences(1, run.id()))).isEmpty();
        long unreached = (long) PEOPLE - reached.size();
        assertThat(figures.in(MessageState.IN_DOUBT) + figures.in(MessageState.REFUSED))
                .as("everyone who was not reached is in doubt, and nobody is forgotten")
                .isGreaterThanOrEqualTo(unreached);
        return figures;
    }

    /** People whom the operator got a message for. */
    int reached() {
        return reached.size();
    }

    @Override
    public void close() {
        await(database.query("update sender set paused = true, version = version + 1"));
        await(simulator.stop());
    }
}
