package io.postrider.stage.importing;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.job.Job;
import io.postrider.job.JobState;
import io.postrider.resource.MatchBy;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
final class InterruptedImportTest {
    private static final Map<String, String> NAMES = Map.of("Name", "_fname", "Key", "permit");
    private final ImportBench bench;

    InterruptedImportTest(Database sql, Ids ids, Vertx vertx, @TempDir Path folder) {
        bench = new ImportBench(sql, ids, vertx, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void afterARestartNothingIsWrittenTwiceAndNothingIsLost() {
        Job waiting = bench.waiting(people(5000), bench.plan(NAMES, MatchBy.NOTHING, bench.subscribing("Phone")));
        Clock clock = Clock.fixed(ImportBench.NOW, ZoneOffset.UTC);
        Importer first = bench.importer(500, clock);
        Job claimed = await(bench.jobs.claim("import", ImportBench.NOW, ImportBench.NOW, java.util.Set.of()))
                .orElseThrow();
        first.run(claimed);
        Job abandoned = await(
                        bench.jobs.claim("import", ImportBench.NOW, ImportBench.NOW.plusSeconds(1), java.util.Set.of()))
                .orElseThrow();
        await(bench.importer(500, clock).run(abandoned));

        assertThat(bench.job(waiting).state()).isEqualTo(JobState.FINISHED);
        assertThat(bench.job(waiting).progress()).containsEntry("rows", 5000L).containsEntry("added", 5000L);
        assertThat(bench.count("select count(*) from profile where database_id = $1"))
                .isEqualTo(5000);
        assertThat(bench.count("select count(distinct fname) from profile where database_id = $1"))
                .isEqualTo(5000);
    }

    @Test
    void aServerThatStopsGivesItsImportBackAndTheNextOneGoesOn(Vertx vertx) {
        Job waiting = bench.waiting(people(20_000), bench.plan(NAMES, MatchBy.NOTHING, null));
        Clock clock = Clock.fixed(ImportBench.NOW, ZoneOffset.UTC);
        ImportingVerticle verticle =
                new ImportingVerticle(bench.importer(500, clock), bench.queue, Duration.ofHours(1));
        io.vertx.core.Future<Job> begun = bench.when(vertx, waiting, job -> job.position() > 0);
        String deployed = await(vertx.deployVerticle(verticle));
        await(begun);
        await(vertx.undeploy(deployed));
        Job stopped = bench.job(waiting);
        assertThat(stopped.state()).isEqualTo(JobState.WAITING);
        assertThat(stopped.position()).isLessThan(20_000);

        io.vertx.core.Future<Job> over =
                bench.when(vertx, waiting, job -> job.state().isOver());
        await(vertx.deployVerticle(new ImportingVerticle(bench.importer(), bench.queue, Duration.ofHours(1))));

        assertThat(await(over).progress()).containsEntry("added", 20_000L);
        assertThat(bench.count("select count(distinct fname) from profile where database_id = $1"))
                .isEqualTo(20_000);
    }

    @Test
    void aCancelledImportKeepsWhatWasCommittedAndSaysHowMuch(Vertx vertx) {
        Job waiting = bench.waiting(people(20_000), bench.plan(NAMES, MatchBy.NOTHING, null));
        io.vertx.core.Future<Job> begun = bench.when(vertx, waiting, job -> job.position() > 0);
        io.vertx.core.Future<Job> over =
                bench.when(vertx, waiting, job -> job.state().isOver());
        Importer importer = bench.importer(200, Clock.fixed(ImportBench.NOW, ZoneOffset.UTC));
        await(importer.look());
        await(begun);
        await(bench.jobs.cancel(1, waiting.id(), ImportBench.NOW));

        Job job = await(over);
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(bench.count("select count(*) from profile where database_id = $1"))
                .isEqualTo(job.progress().get("added"))
                .isBetween(1L, 19_999L);
    }

    private static byte[] people(int count) {
        return ("Key,Name,Phone\n"
                        + IntStream.range(0, count)
                                .mapToObj(i -> i + ",Name " + i + ",808-988-" + (1000 + i % 9000))
                                .collect(Collectors.joining("\n", "", "\n")))
                .getBytes(StandardCharsets.UTF_8);
    }
}
