package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Setting;
import io.postrider.queue.LocalQueue;
import io.postrider.queue.Topic;
import io.postrider.sender.DutyStore;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderStore;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.SecretBox;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class DispatcherTest {
    private static final Duration PERIOD = Duration.ofMillis(50);
    private static final Duration DRAIN = Duration.ofSeconds(1);
    private final Vertx vertx;
    private final LaneFixture fixture;
    private final SenderStore senders;
    private final DutyStore duties;
    private final LocalQueue queue;
    private final Scripted provider = new Scripted();

    /** A gateway plugin whose operator takes everything. */
    private static final class Scripted implements GatewayProvider {
        final BlockingQueue<GatewayContext> opened = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.toggle("greet", "g", true),
                    Setting.text("password", "g").asSecret());
        }

        @Override
        public Gateway open(GatewayContext host) {
            opened.add(host);
            return new ScriptedGateway(host, ScriptedGateway.ACCEPTS);
        }
    }

    DispatcherTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.vertx = vertx;
        this.fixture = new LaneFixture(vertx, address, ids);
        this.queue = new LocalQueue(vertx);
        this.senders = new SenderStore(fixture.database, ids, new SecretBox(new byte[32], new SecureRandom()));
        this.duties = new DutyStore(fixture.database);
        fixture.sql("delete from sender");
    }

    @AfterEach
    void close() {
        fixture.assertRecount();
        fixture.close();
    }

    @Test
    void aNewSenderGetsALaneWithItsSettingsAndSendsWhatWaits() throws Exception {
        Dispatcher dispatcher = dispatcher("node");
        String deployment = deploy(dispatcher);
        created("scripted");
        queue.hint(Topic.SENDER_CHANGED, fixture.senderId);

        GatewayContext host = opened();
        assertThat(host.settings()).containsEntry("greet", "true").containsEntry("password", "x");
        fixture.messages(5);
        queue.hint(Topic.MESSAGES_READY, fixture.senderId);

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 5L));
        assertThat(dispatcher.state(fixture.senderId))
                .hasValueSatisfying(state -> assertThat(state.state().phase()).isEqualTo(GatewayState.Phase.UP));
        TestDatabase.await(vertx.undeploy(deployment));
    }

    @Test
    void aPausedSenderKeepsItsConnectionAndSendsNothingUntilItGoesOn() throws Exception {
        Dispatcher dispatcher = dispatcher("node");
        String deployment = deploy(dispatcher);
        created("scripted");
        opened();
        TestDatabase.await(duties.pause(1, fixture.senderId));
        TestDatabase.await(dispatcher.sweep());
        fixture.messages(5);
        queue.hint(Topic.MESSAGES_READY, fixture.senderId);
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.WAITING, 5L));

        TestDatabase.await(duties.resume(1, fixture.senderId));

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 5L));
        assertThat(provider.opened).isEmpty();
        TestDatabase.await(vertx.undeploy(deployment));
    }

    @Test
    void anotherLimitReachesTheRunningLaneAndOtherSettingsOpenItAnew() throws Exception {
        String deployment = deploy(dispatcher("node"));
        created("scripted");
        fixture.sql("update sender set messages_per_second = 0.01 where id = $1", fixture.senderId);
        opened();
        fixture.messages(30);
        queue.hint(Topic.MESSAGES_READY, fixture.senderId);
        fixture.awaitStates(Map.of(MessageState.WAITING, 29L, MessageState.SUBMITTED, 1L));

        fixture.sql(
                "update sender set messages_per_second = 5000, version = version + 1 where id = $1", fixture.senderId);
        queue.hint(Topic.SENDER_CHANGED, fixture.senderId);

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 30L));
        assertThat(provider.opened).isEmpty();
        Sender sender = TestDatabase.await(senders.get(1, fixture.senderId));
        TestDatabase.await(senders.update(sender, Optional.of(Map.of("password", "y"))));
        queue.hint(Topic.SENDER_CHANGED, fixture.senderId);
        assertThat(opened().settings()).containsEntry("password", "y");
        TestDatabase.await(vertx.undeploy(deployment));
    }

    @Test
    void pausingAndResumingOpensAGatewayAnewThatHasGivenUp() throws Exception {
        Dispatcher dispatcher = dispatcher("node");
        String deployment = deploy(dispatcher);
        created("scripted");
        GatewayContext host = opened();
        awaitPhase(dispatcher, GatewayState.Phase.UP);
        host.state(new GatewayState(GatewayState.Phase.PARKED, "wrong password"));
        awaitPhase(dispatcher, GatewayState.Phase.PARKED);
        TestDatabase.await(duties.pause(1, fixture.senderId));
        TestDatabase.await(dispatcher.sweep());
        assertThat(provider.opened).isEmpty();

        TestDatabase.await(duties.resume(1, fixture.senderId));
        queue.hint(Topic.SENDER_CHANGED, fixture.senderId);

        opened();
        TestDatabase.await(vertx.undeploy(deployment));
    }

    @Test
    void aSenderWithoutItsPluginSaysSo() throws Exception {
        Dispatcher dispatcher = dispatcher("node");
        created("missing");

        TestDatabase.await(dispatcher.sweep());

        assertThat(dispatcher.state(fixture.senderId))
                .hasValueSatisfying(state -> assertThat(state.state())
                        .isEqualTo(
                                new GatewayState(GatewayState.Phase.PARKED, "No plugin offers the gateway missing.")));
    }

    @Test
    void twoServersShareASenderOneAfterTheOther() throws Exception {
        created("scripted");
        String first = deploy(dispatcher("one"));
        opened();
        Dispatcher other = dispatcher("two");
        String second = deploy(other);
        assertThat(other.state(fixture.senderId)).isEmpty();

        TestDatabase.await(vertx.undeploy(first));
        opened();
        fixture.messages(3);
        queue.hint(Topic.MESSAGES_READY, fixture.senderId);

        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 3L));
        TestDatabase.await(vertx.undeploy(second));
    }

    private GatewayContext opened() throws InterruptedException {
        GatewayContext host = provider.opened.poll(30, TimeUnit.SECONDS);
        assertThat(host).isNotNull();
        return host;
    }

    private void awaitPhase(Dispatcher dispatcher, GatewayState.Phase wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (dispatcher
                .state(fixture.senderId)
                .filter(state -> state.state().phase() == wanted)
                .isEmpty()) {
            assertThat(System.nanoTime()).as("waiting for " + wanted).isLessThan(end);
            TestDatabase.await(vertx.timer(10, TimeUnit.MILLISECONDS));
        }
    }

    private String deploy(Dispatcher dispatcher) {
        return TestDatabase.await(vertx.deployVerticle(new DispatchVerticle(dispatcher, queue, PERIOD)));
    }

    private Dispatcher dispatcher(String node) {
        return new Dispatcher(
                fixture.tools(),
                senders,
                name -> name.equals("scripted") ? Optional.of(provider) : Optional.empty(),
                node,
                DRAIN);
    }

    private void created(String gateway) {
        fixture.sql(
                "insert into sender (account_id, id, name, channel, gateway, settings, secrets, caller_id, created_at)"
                        + " values (1, $1, $2, 'sms', $3, '{}', $4, 'SHOP', now())",
                fixture.senderId,
                "sender " + fixture.senderId,
                gateway,
                Buffer.buffer(new SecretBox(new byte[32], new SecureRandom())
                        .seal("{\"password\":\"x\"}", "sender/1/" + fixture.senderId)));
    }
}
