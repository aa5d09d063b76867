package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.plugin.api.Submission;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class SenderLaneTest {
    private final LaneFixture fixture;

    SenderLaneTest(Vertx vertx, PostgresAddress address, Ids ids) {
        this.fixture = new LaneFixture(vertx, address, ids);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyMessageIsSubmittedOnceAndItsBatchEnds() throws Exception {
        long first = fixture.messages(3000);

        var running = fixture.start(ScriptedGateway.ACCEPTS);
        fixture.awaitStates(Map.of(MessageState.SUBMITTED, 3000L));

        assertThat(running.gateway().all())
                .extracting(Submission::token)
                .containsExactlyElementsOf(
                        LongStream.range(first, first + 3000).boxed().toList());
        assertThat(fixture.count("select count(*) from dispatch_batch where sender_id = $1", fixture.senderId))
                .isZero();
        TestDatabase.await(running.lane().stop(Duration.ofSeconds(1)));
    }
}
