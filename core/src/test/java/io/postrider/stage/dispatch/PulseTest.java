package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import io.postrider.queue.LocalQueue;
import io.postrider.queue.Topic;
import io.postrider.report.Pace;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who watches a run hears that it changed, whatever changed it, and not more often than once a period. */
@ExtendWith(TestDatabase.class)
final class PulseTest {
    private static final int MANY = 500;
    private final Vertx vertx;
    private final LaneFixture fixture;
    private final BlockingQueue<Long> heard = new LinkedBlockingQueue<>();

    PulseTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.vertx = vertx;
        this.fixture = new LaneFixture(vertx, address, ids);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private String tell(Duration period) {
        LocalQueue queue = new LocalQueue(vertx);
        queue.subscribe(Topic.RUN_CHANGED, heard::add);
        return TestDatabase.await(vertx.deployVerticle(new PulseVerticle(fixture.pulse, queue, period)));
    }

    @Test
    void manyMessagesAreOneChangeOrTwo() throws Exception {
        fixture.messages(MANY);
        fixture.start(fixture.sender(10, null), ScriptedGateway.ACCEPTS);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, (long) MANY));

        String deployment = tell(Duration.ofMillis(20));

        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(fixture.runId);
        assertThat(heard).hasSizeLessThanOrEqualTo(1);
        TestDatabase.await(vertx.undeploy(deployment));
    }

    @Test
    void aReceiptAloneIsAChangeToo() throws Exception {
        fixture.messages(1);
        ScriptedGateway operator = fixture.start(ScriptedGateway.ACCEPTS).gateway();
        Submission message = operator.next();
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 1L));
        String deployment = tell(Duration.ofMillis(20));
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(fixture.runId);

        operator.receipt(ScriptedGateway.receipt(message, 1, ReceiptState.DELIVERED));

        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(fixture.runId);
        assertThat(fixture.pulse.pace(fixture.runId).history().stream().mapToLong(Pace.Point::receipts))
                .allSatisfy(receipts -> assertThat(receipts).isBetween(0L, 1L));
        TestDatabase.await(vertx.undeploy(deployment));
    }
}
