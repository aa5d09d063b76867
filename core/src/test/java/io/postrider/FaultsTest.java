package io.postrider;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.queue.LocalQueue;
import io.postrider.report.RunFigures;
import io.postrider.store.Database;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operators that go wrong in the middle of a mailing, with the real server, its packaged gateway and SMPP over TCP. After each the
 * equations hold, nobody was written to twice, whoever was not reached is in doubt, and the run comes to rest by itself.
 */
@ExtendWith(TestDatabase.class)
final class FaultsTest {
    private static final int HALF = FaultLab.PEOPLE / 2;
    private static final long SEED = System.nanoTime();
    private static RunningServer server;
    private final Vertx vertx;
    private final FaultLab lab;

    FaultsTest(Vertx vertx, Database database) {
        this.vertx = vertx;
        this.lab = new FaultLab(database, server, SEED);
    }

    @BeforeAll
    static void startServer(Database database, PostgresAddress postgres, @TempDir Path data) {
        System.out.println("The operators of FaultsTest have the seed " + SEED);
        FaultLab.writePeople(database);
        server = RunningServer.start(postgres, data, RunningServer.allArrive(0), LocalQueue::new);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @AfterEach
    void endOperator() {
        lab.close();
    }

    @Test
    void anOperatorThatIsKilledAndComesBackGetsTheRest() throws Exception {
        lab.sendUntil(HALF);
        lab.kill();
        pass(1500);
        lab.restart();

        RunFigures figures = lab.handedOver(FaultLab.WINDOW);

        assertThat(figures.in(MessageState.IN_DOUBT)).isLessThanOrEqualTo(FaultLab.WINDOW);
    }

    @Test
    void anOperatorThatIsSilentForAWhileLeavesAWindowInDoubtAtMost() throws Exception {
        lab.sendUntil(HALF);
        lab.faults(new JsonObject().put("silent", true));
        pass(4000);
        lab.faults(new JsonObject());

        RunFigures figures = lab.atRest();

        assertThat(figures.in(MessageState.IN_DOUBT)).isLessThanOrEqualTo(FaultLab.WINDOW * 2L);
    }

    @Test
    void anOperatorThatDropsEverySessionTwiceASecondGetsEverything() throws Exception {
        lab.faults(new JsonObject().put("dropEvery", 500));
        lab.sendUntil(HALF);
        pass(1500);
        lab.faults(new JsonObject());

        lab.atRest();
    }

    @Test
    void anOperatorThatThrottlesIsSentToMoreSlowly() throws Exception {
        lab.faults(new JsonObject().put("throttle", 300));
        lab.sendUntil(HALF / 2);
        lab.faults(new JsonObject());

        RunFigures figures = lab.atRest();

        assertThat(figures.in(MessageState.IN_DOUBT)).isZero();
        assertThat(figures.in(MessageState.REFUSED)).isZero();
        assertThat(lab.reached()).isEqualTo(FaultLab.PEOPLE);
    }

    @Test
    void messagesWhoseResponseIsLostAreKnownByTheirReceipts() throws Exception {
        lab.faults(new JsonObject().put("loseResponses", 5));
        lab.sendUntil(HALF);

        RunFigures figures = lab.atRest();

        assertThat(lab.reached()).isEqualTo(FaultLab.PEOPLE);
        assertThat(figures.in(MessageState.DELIVERED)).isGreaterThan(FaultLab.PEOPLE / 2);
    }

    @Test
    void lostSubmitsStayInDoubtAndNothingElse() throws Exception {
        lab.faults(new JsonObject().put("loseSubmits", 2));
        lab.sendUntil(HALF);

        RunFigures figures = lab.atRest();

        assertThat(figures.in(MessageState.IN_DOUBT)).isEqualTo((long) FaultLab.PEOPLE - lab.reached());
    }

    @Test
    void receiptsThatComeFirstTwiceLateAndInTheWrongOrderCountOnce() throws Exception {
        lab.faults(new JsonObject()
                .put("receiptsFirst", 40)
                .put("duplicateReceipts", 40)
                .put("lateReceipts", 40)
                .put("lateBy", 1000)
                .put("reverseReceipts", true));
        lab.sendUntil(HALF);

        RunFigures figures = lab.atRest();

        JsonObject seen = await(lab.operator().statistics());
        assertThat(figures.in(MessageState.IN_DOUBT)).isZero();
        assertThat(figures.in(MessageState.DELIVERED))
                .isEqualTo(seen.getLong("delivered").longValue());
        assertThat(figures.in(MessageState.UNDELIVERED))
                .isEqualTo(seen.getLong("undelivered").longValue());
        assertThat(figures.in(MessageState.EXPIRED))
                .isEqualTo(seen.getLong("expired").longValue());
    }

    /** The fault lasts so long; there is nothing to wait for but time. */
    private void pass(long millis) {
        await(vertx.timer(millis, TimeUnit.MILLISECONDS));
    }
}
