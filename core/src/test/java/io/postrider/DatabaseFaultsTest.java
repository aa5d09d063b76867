package io.postrider;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.MessageState;
import io.postrider.queue.LocalQueue;
import io.postrider.report.RunFigures;
import io.postrider.store.Database;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that goes wrong in the middle of a mailing, under the real server, its packaged gateway and SMPP over TCP. The server
 * goes on by itself: nobody was written to twice, nobody is forgotten, the counters are right and the run comes to rest.
 */
final class DatabaseFaultsTest {
    private static final long SEED = System.nanoTime();
    private static final int SOME = FaultLab.PEOPLE / 3;
    private static Vertx vertx;
    private static FragilePostgres postgres;
    private static RunningServer server;
    private static Database database;
    private final FaultLab lab;

    DatabaseFaultsTest() {
        this.lab = new FaultLab(database, server, SEED);
    }

    @BeforeAll
    static void startAll(@TempDir Path data) throws IOException {
        System.out.println("The operators of DatabaseFaultsTest have the seed " + SEED);
        vertx = Vertx.vertx();
        postgres = FragilePostgres.start(vertx, Path.of("target", "fragile-postgres"));
        server = RunningServer.start(postgres.address(), data, RunningServer.allArrive(0), LocalQueue::new);
        database = Database.open(vertx, postgres.address(), 2, Database.Plans.FREE);
        FaultLab.writePeople(database);
    }

    @AfterAll
    static void stopAll() {
        server.close();
        await(database.close());
        postgres.close();
        await(vertx.close());
    }

    @AfterEach
    void endOperator() {
        lab.close();
    }

    @Test
    void aDatabaseThatStandsStillForSomeSecondsHoldsTheMailingUpAndNothingElse() throws Exception {
        lab.sendUntil(SOME);
        postgres.standStill();
        pass(4000);
        postgres.goOn();

        RunFigures figures = lab.atRest();

        assertThat(figures.in(MessageState.IN_DOUBT)).isZero();
        assertThat(lab.reached()).isEqualTo(FaultLab.PEOPLE);
    }

    @Test
    void aDatabaseThatIsKilledAndComesBackLosesNothing() throws Exception {
        lab.sendUntil(SOME);
        postgres.kill();
        pass(1000);
        postgres.restart();

        RunFigures figures = lab.atRest();

        assertThat(figures.in(MessageState.IN_DOUBT)).isLessThanOrEqualTo(FaultLab.WINDOW);
    }

    @Test
    void aFullDiskOfTheDatabaseIsWaitedFor() throws Exception {
        await(database.query("create function disk_full() returns trigger language plpgsql as $$ begin"
                + " raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$"));
        lab.sendUntil(SOME);
        await(database.query("create trigger disk_full before insert on message_event execute function disk_full()"));
        pass(2500);
        await(database.query("drop trigger disk_full on message_event"));

        RunFigures figures = lab.atRest();

        assertThat(figures.in(MessageState.IN_DOUBT)).isZero();
        assertThat(lab.reached()).isEqualTo(FaultLab.PEOPLE);
        JsonObject seen = await(lab.operator().statistics());
        assertThat(figures.in(MessageState.DELIVERED))
                .isEqualTo(seen.getLong("delivered").longValue());
    }

    /** The fault lasts so long; there is nothing to wait for but time. */
    private static void pass(long millis) {
        await(vertx.timer(millis, TimeUnit.MILLISECONDS));
    }
}
