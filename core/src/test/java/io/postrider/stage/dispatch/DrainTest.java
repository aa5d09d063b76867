package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.message.MessageState;
import io.postrider.message.SenderLeavingException;
import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Setting;
import io.postrider.plugin.api.Submission;
import io.postrider.queue.LocalQueue;
import io.postrider.queue.Topic;
import io.postrider.sender.Duty;
import io.postrider.sender.DutyStore;
import io.postrider.sender.QueueStore;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderQueue;
import io.postrider.sender.SenderStore;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.SecretBox;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class DrainTest {
    private static final Duration PERIOD = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private final Vertx vertx;
    private final LaneFixture fixture;
    private final SenderStore senders;
    private final DutyStore duties;
    private final LocalQueue queue;
    private final Operator operator = new Operator();

    /** A gateway plugin; its connections are counted when they are opened and closed. */
    private static final class Operator implements GatewayProvider {
        final BlockingQueue<ScriptedGateway> opened = new LinkedBlockingQueue<>();
        final BlockingQueue<ScriptedGateway> closed = new LinkedBlockingQueue<>();
        volatile Function<Submission, @Nullable Outcome> script = ScriptedGateway.ACCEPTS;

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public Gateway open(GatewayContext host) {
            ScriptedGateway inner = new ScriptedGateway(host, message -> script.apply(message));
            opened.add(inner);
            return new Gateway() {
                @Override
                public CompletionStage<Void> start() {
                    return inner.start();
                }

                @Override
                public int submit(List<Submission> batch) {
                    return inner.submit(batch);
                }

                @Override
                public CompletionStage<Void> stop(Duration drain) {
                    closed.add(inner);
                    return inner.stop(drain);
                }
            };
        }
    }

    DrainTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.vertx = vertx;
        this.fixture = new LaneFixture(vertx, address, ids);
        this.queue = new LocalQueue(vertx);
        this.senders = new SenderStore(fixture.database, ids, new SecretBox(new byte[32], new SecureRandom()));
        this.duties = new DutyStore(fixture.database);
        fixture.sql("delete from sender");
        fixture.sql(
                "insert into sender (account_id, id, name, channel, gateway, settings, secrets, caller_id, created_at)"
                        + " values (1, $1, $2, 'sms', 'scripted', '{}', $3, 'SHOP', now())",
                fixture.senderId,
                "sender " + fixture.senderId,
                Buffer.buffer(
                        new SecretBox(new byte[32], new SecureRandom()).seal("{}", "sender/1/" + fixture.senderId)));
    }

    @AfterEach
    void close() {
        fixture.assertRecount();
        fixture.close();
    }

    @Test
    void aDrainedSenderHasSentWhatWasQueuedAndClosedItsConnection() throws Exception {
        fixture.messages(50);
        tell(duties.drain(1, fixture.senderId));
        Dispatcher dispatcher = dispatcher();
        String deployment = deploy(dispatcher);

        ScriptedGateway gateway = next(operator.opened);

        assertThat(next(operator.closed)).isSameAs(gateway);
        assertThat(duty()).isEqualTo(Duty.DRAINED);
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.SUBMITTED, 50L));
        assertThat(gateway.all()).hasSize(50);
        awaitAway(dispatcher);
        TestDatabase.await(vertx.undeploy(deployment));
    }

    @Test
    void aMessageWithoutAnAnswerHoldsTheDrainUp() throws Exception {
        operator.script = ScriptedGateway.SILENT;
        fixture.messages(2);
        String deployment = deploy(dispatcher());
        ScriptedGateway gateway = next(operator.opened);
        List<Submission> sent = gateway.next(2);
        tell(duties.drain(1, fixture.senderId));
        gateway.says(ScriptedGateway.accepted(sent.get(0)));
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L, MessageState.WAITING, 1L));
        fixture.awaitCount(0, "select count(*) from sender where id = $1 and not draining", fixture.senderId);
        assertThat(operator.closed).isEmpty();

        gateway.says(ScriptedGateway.accepted(sent.get(1)));

        next(operator.closed);
        assertThat(duty()).isEqualTo(Duty.DRAINED);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 2L));
        TestDatabase.await(vertx.undeploy(deployment));
    }

    @Test
    void triesOfLaterAndOfPausedMailingsStayAndAreCounted() throws Exception {
        long first = fixture.messages(3);
        fixture.sql(
                "update dispatch_batch set first_id = last_id, released = last_id - 1, attempt = 2,"
                        + " not_before = now() + interval '3 hours' where first_id = $1",
                first);
        fixture.messages(4);
        fixture.sql("update dispatch_batch set held = true where last_id - first_id = 3");
        fixture.messages(5);
        tell(duties.drain(1, fixture.senderId));
        String deployment = deploy(dispatcher());

        next(operator.closed);

        Sender sender = TestDatabase.await(senders.get(1, fixture.senderId));
        SenderQueue left = TestDatabase.await(new QueueStore(fixture.database).of(sender, Instant.now()));
        assertThat(left.due()).isZero();
        assertThat(left.later()).isEqualTo(1);
        assertThat(left.held()).isEqualTo(4);
        assertThat(left.nextTry())
                .isBetween(Instant.now().plusSeconds(10_000), Instant.now().plusSeconds(10_800));
        assertThat(fixture.states().get(MessageState.SUBMITTED)).isEqualTo(5);
        TestDatabase.await(vertx.undeploy(deployment));
    }

    @Test
    void aTryThatComesSoonIsWaitedFor() throws Exception {
        fixture.messages(1);
        fixture.sql(
                "update dispatch_batch set not_before = now() + interval '20 seconds' where sender_id = $1",
                fixture.senderId);
        tell(duties.drain(1, fixture.senderId));
        String deployment = deploy(dispatcher());
        ScriptedGateway gateway = next(operator.opened);
        fixture.awaitCount(1, "select count(*) from sender_lease where sender_id = $1 and step > 0", fixture.senderId);
        assertThat(duty()).isEqualTo(Duty.DRAINING);

        fixture.clock.ahead = Duration.ofSeconds(21);

        next(operator.closed);
        assertThat(gateway.all()).hasSize(1);
        TestDatabase.await(vertx.undeploy(deployment));
    }

    @Test
    void pausingEndsDrainingAndResumingConnectsAnew() throws Exception {
        operator.script = ScriptedGateway.SILENT;
        fixture.messages(1);
        String deployment = deploy(dispatcher());
        ScriptedGateway gateway = next(operator.opened);
        Submission sent = gateway.next();
        tell(duties.drain(1, fixture.senderId));
        tell(duties.pause(1, fixture.senderId));
        gateway.says(ScriptedGateway.accepted(sent));
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        assertThat(duty()).isEqualTo(Duty.PAUSED);
        assertThat(operator.closed).isEmpty();

        tell(duties.drain(1, fixture.senderId));
        next(operator.closed);
        assertThat(operator.opened).isEmpty();
        tell(duties.resume(1, fixture.senderId));

        next(operator.opened);
        assertThat(duty()).isEqualTo(Duty.ON);
        TestDatabase.await(vertx.undeploy(deployment));
    }

    @Test
    void aDrainedSenderStaysAwayOverARestart() throws Exception {
        tell(duties.drain(1, fixture.senderId));
        String first = deploy(dispatcher());
        next(operator.closed);
        TestDatabase.await(vertx.undeploy(first));
        operator.opened.clear();

        Dispatcher dispatcher = dispatcher();
        String second = deploy(dispatcher);
        TestDatabase.await(dispatcher.sweep());
        TestDatabase.await(dispatcher.sweep());

        assertThat(operator.opened).isEmpty();
        assertThat(dispatcher.state(fixture.senderId)).isEmpty();
        TestDatabase.await(vertx.undeploy(second));
    }

    @Test
    void noChunkIsWrittenForASenderThatIsBeingDrainedOrWas() {
        tell(duties.drain(1, fixture.senderId));
        assertThatThrownBy(() -> fixture.messages(3)).hasStackTraceContaining(SenderLeavingException.class.getName());
        fixture.sql("update sender set paused = true, draining = false, drained = true");
        assertThatThrownBy(() -> fixture.messages(3)).hasStackTraceContaining(SenderLeavingException.class.getName());
        assertThat(fixture.states()).isEmpty();
        tell(duties.pause(1, fixture.senderId));
        fixture.messages(3);
        assertThat(fixture.states()).isEqualTo(Map.of(MessageState.WAITING, 3L));
    }

    @Test
    void anOwnerThatLostItsLeaseSaysNothingAboutTheSender() {
        tell(duties.drain(1, fixture.senderId));
        var old = TestDatabase.await(fixture.leases.take(1, fixture.senderId, "node"))
                .orElseThrow();
        var now = TestDatabase.await(fixture.leases.take(1, fixture.senderId, "node"))
                .orElseThrow();

        assertThat(TestDatabase.await(duties.drained(old, Instant.now()))).isFalse();
        assertThat(TestDatabase.await(duties.drained(now, Instant.now()))).isTrue();
        assertThat(TestDatabase.await(duties.drained(now, Instant.now())))
                .as("only once")
                .isFalse();
    }

    private void tell(io.vertx.core.Future<Void> command) {
        TestDatabase.await(command);
        queue.hint(Topic.SENDER_CHANGED, fixture.senderId);
    }

    private Duty duty() {
        return TestDatabase.await(senders.get(1, fixture.senderId)).duty();
    }

    private static ScriptedGateway next(BlockingQueue<ScriptedGateway> gateways) throws InterruptedException {
        ScriptedGateway gateway = gateways.poll(30, TimeUnit.SECONDS);
        assertThat(gateway).isNotNull();
        return gateway;
    }

    private void awaitAway(Dispatcher dispatcher) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (dispatcher.state(fixture.senderId).isPresent()) {
            assertThat(System.nanoTime()).as("waiting for the end of the lane").isLessThan(end);
            TestDatabase.await(vertx.timer(10, TimeUnit.MILLISECONDS));
        }
    }

    private String deploy(Dispatcher dispatcher) {
        return TestDatabase.await(vertx.deployVerticle(new DispatchVerticle(dispatcher, queue, PERIOD)));
    }

    private Dispatcher dispatcher() {
        return new Dispatcher(fixture.tools(), senders, name -> Optional.of(operator), "node", PATIENCE);
    }
}
