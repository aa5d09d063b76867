package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpFixture;
import io.postrider.job.JobApi;
import io.postrider.job.JobStore;
import io.postrider.mailing.RunStore;
import io.postrider.message.DoubtApi;
import io.postrider.message.DoubtDecisionStore;
import io.postrider.message.DoubtJobs;
import io.postrider.message.DoubtListStore;
import io.postrider.message.DoubtPolicyStore;
import io.postrider.message.InboundStore;
import io.postrider.message.MessageApi;
import io.postrider.message.MessageState;
import io.postrider.message.SearchStore;
import io.postrider.message.TraceStore;
import io.postrider.plugin.api.Submission;
import io.postrider.queue.LocalQueue;
import io.postrider.report.Equation;
import io.postrider.report.FigureStore;
import io.postrider.stage.receipt.DoubtKeeper;
import io.postrider.stage.receipt.DoubtWorker;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A sender with messages in doubt, and what people can ask about them. */
final class DoubtFixture implements AutoCloseable {
    final LaneFixture lanes;
    final HttpFixture http;
    final HttpClientOfTests client;
    final DoubtWorker worker;
    final DoubtKeeper keeper;

    DoubtFixture(Vertx vertx, PostgresAddress address, Database database, Ids ids) {
        SearchStore search = new SearchStore(database);
        LocalQueue queue = new LocalQueue(vertx);
        DoubtListStore list = new DoubtListStore(database);
        DoubtDecisionStore hands = new DoubtDecisionStore(database);
        DoubtJobs jobs = new DoubtJobs(database, new JobStore(database, ids), list, hands);
        this.worker = new DoubtWorker(jobs, queue, Clock.systemUTC(), Duration.ofMinutes(1));
        this.lanes = new LaneFixture(vertx, address, ids);
        this.keeper = new DoubtKeeper(new DoubtPolicyStore(database), hands, queue, lanes.clock);
        this.http = HttpFixture.open(
                vertx,
                database,
                ids,
                Clock.systemUTC(),
                new DoubtApi(list, hands, jobs, queue),
                new JobApi(new JobStore(database, ids), queue),
                new MessageApi(search, new TraceStore(database, search), new InboundStore(database)));
        this.client = http.as("marketer");
        lanes.sql(
                "insert into sender (account_id, id, name, channel, gateway, settings, secrets, created_at)"
                        + " values (1, $1, 'sender ' || $1::text, 'sms', 'scripted', '{}', '', now())",
                lanes.senderId);
    }

    /** So many messages in doubt after a kill, and nobody who sends. */
    List<Submission> lost(int count) throws Exception {
        lanes.messages(count);
        LaneFixture.Running old = lanes.start(ScriptedGateway.SILENT);
        List<Submission> messages = old.gateway().next(count);
        TestDatabase.await(old.lane().abandon());
        TestDatabase.await(lanes.start(ScriptedGateway.SILENT).lane().abandon());
        lanes.awaitStates(Map.of(MessageState.IN_DOUBT, (long) count));
        return messages;
    }

    HttpClientOfTests.Reply sendAgain(Submission message) {
        return client.post(
                "/api/v1/doubts/" + message.token() + "/send-again", new JsonObject().put("reason", "they called"));
    }

    List<String> doubts(String state) {
        return client
                .get("/api/v1/doubts?state=" + state + "&runId=" + lanes.runId)
                .json()
                .getJsonArray("items")
                .stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    List<String> story(Submission message) {
        return client.get("/api/v1/messages/" + message.token()).json().getJsonArray("steps").stream()
                .map(step -> (JsonObject) step)
                .map(step -> step.getInteger("attempt") + " " + step.getString("kind") + " " + step.getString("state")
                        + (step.getString("by") == null ? "" : " by " + step.getString("by"))
                        + (step.getString("code") == null ? "" : " " + step.getString("code")))
                .toList();
    }

    String decide(String action) {
        JsonObject asked = new JsonObject()
                .put("action", action)
                .put(
                        "filter",
                        new JsonObject()
                                .put("runId", Long.toString(lanes.runId))
                                .put("state", "open"));
        HttpClientOfTests.Reply reply = client.post("/api/v1/doubts/jobs", asked);
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        return "/api/v1/jobs/" + reply.json().getString("id");
    }

    /** Rollups are what the facts say, and the recipients add up. */
    @Override
    public void close() {
        lanes.assertRecount();
        assertThat(Equation.of(TestDatabase.await(new RunStore(lanes.database)
                        .get(1, lanes.runId)
                        .compose(run -> new FigureStore(lanes.database).of(run)))))
                .filteredOn(equation -> equation.name().equals("recipients"))
                .allMatch(Equation::holds);
        http.close();
        lanes.close();
    }
}
