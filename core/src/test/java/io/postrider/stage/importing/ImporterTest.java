package io.postrider.stage.importing;

import static io.postrider.store.TestDatabase.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.job.Job;
import io.postrider.job.JobState;
import io.postrider.job.RejectedRow;
import io.postrider.resource.MatchBy;
import io.postrider.resource.WriteMode;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestDatabase.class)
final class ImporterTest {
    private static final Path HONOLULU = Path.of("..", "config", "samples", "honolulu_food_establishments.csv");
    private static final Map<String, String> NAMES = Map.of("Name", "_fname", "Key", "permit");
    private final ImportBench bench;

    ImporterTest(Database sql, Ids ids, Vertx vertx, @TempDir Path folder) {
        bench = new ImportBench(sql, ids, vertx, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRealListIsImportedAsAnIndependentCountSays() throws IOException {
        Map<String, String> columns = Map.of(
                "Establishment", "_fname",
                "Establishment Permit #", "permit",
                "Establishment Address City", "_city");
        Job job = bench.run(bench.waiting(
                Files.readAllBytes(HONOLULU), bench.plan(columns, MatchBy.FIELD, bench.subscribing("Telephone"))));

        assertThat(job.problem()).isNull();
        assertThat(job.state()).isEqualTo(JobState.FINISHED);
        assertThat(job.progress())
                .containsEntry("rows", 6095L)
                .containsEntry("added", 6092L)
                .containsEntry("updated", 3L)
                .containsEntry("rejected", 0L);
        assertThat(bench.count("select count(*) from profile where database_id = $1"))
                .isEqualTo(6092);
        assertThat(bench.count("select count(*) from subscription where database_id = $1 and status = 0"))
                .isCloseTo(5921, org.assertj.core.data.Offset.offset(5L));
        assertThat(bench.count("select count(distinct contact_key) from subscription where database_id = $1"))
                .isCloseTo(4190, org.assertj.core.data.Offset.offset(5L));
        assertThat(job.progress().get("bytesRead")).isEqualTo(job.progress().get("bytes"));
    }

    @Test
    void aRowWithoutAPhoneKeepsItsProfileAndIsListedWithTheReason() {
        byte[] file = "Key,Name,Phone\n1,Ann,808-988-1858\n2,Bob,808\n3,Cy,\n".getBytes(UTF_8);

        Job job = bench.run(bench.waiting(file, bench.plan(NAMES, MatchBy.FIELD, bench.subscribing("Phone"))));

        assertThat(job.progress())
                .containsEntry("added", 3L)
                .containsEntry("withoutPhone", 2L)
                .containsEntry("rejected", 0L)
                .containsEntry("subscribed", 1L);
        assertThat(rejected(job))
                .containsExactly(
                        new RejectedRow(
                                3,
                                "phone-too-short",
                                Map.of("value", "808"),
                                "808 is too short for a phone.",
                                true,
                                List.of("2", "Bob", "808")),
                        new RejectedRow(
                                4, "phone-missing", Map.of(), "There is no phone.", true, List.of("3", "Cy", "")));
    }

    @Test
    void byOptionARowWithoutAPhoneIsRejected() {
        byte[] file = "Key,Name,Phone\n1,Ann,808-988-1858\n2,Bob,808\n".getBytes(UTF_8);
        ImportPlan.Subscribing strict = new ImportPlan.Subscribing(bench.resource.id(), "sms", "Phone", true);

        Job job = bench.run(bench.waiting(file, bench.plan(NAMES, MatchBy.FIELD, strict)));

        assertThat(job.progress()).containsEntry("added", 1L).containsEntry("rejected", 1L);
        assertThat(bench.count("select count(*) from profile where database_id = $1"))
                .isEqualTo(1);
    }

    @Test
    void withoutAKeyThePhoneIsTheKey() {
        byte[] file = "Name,Phone\nAnn,808-988-1858\nBob,(808) 988 1858\nCy,nobody\n".getBytes(UTF_8);
        ImportPlan plan = bench.plan(Map.of("Name", "_fname"), MatchBy.PHONE, bench.subscribing("Phone"));

        Job first = bench.run(bench.waiting(file, plan));
        Job again = bench.run(bench.waiting(file, plan));

        assertThat(first.progress())
                .containsEntry("added", 1L)
                .containsEntry("updated", 1L)
                .containsEntry("rejected", 1L);
        assertThat(again.progress()).containsEntry("added", 0L).containsEntry("updated", 2L);
        assertThat(bench.count("select count(*) from subscription where database_id = $1"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1251"})
    void lettersOfAnyEncodingArrive(String encoding) {
        String text =
                "Ключ;Имя;Телефон\n1;Наталья Петрова, Москва;+7 916 123-45-67\n2;\"Иван\nИванов\";8(916)7654321\n";
        String bom = encoding.equals("UTF-16LE") ? "\ufeff" : "";
        Map<String, String> columns = Map.of("Имя", "_fname", "Ключ", "permit");
        ImportPlan plan = bench.plan(columns, MatchBy.FIELD, bench.subscribing("Телефон"));

        Job job = bench.run(bench.waiting((bom + text.repeat(1)).getBytes(Charset.forName(encoding)), plan));

        assertThat(job.problem()).isNull();
        assertThat(job.progress()).containsEntry("added", 2L);
        assertThat(
                        bench.count(
                                "select count(*) from profile where database_id = $1 and fname in ('Наталья Петрова, Москва', 'Иван\nИванов')"))
                .isEqualTo(2);
    }

    @Test
    void aRowThatCannotBeTakenIsRejectedAndTheOthersAreNot() {
        byte[] file = "Key,Name,Risk\n1,Ann,RF 1\n2,Bob,RF 9\n,Cy,RF 1\n4,Dina,\n5,Ed,RF 2,extra\n".getBytes(UTF_8);
        ImportPlan plan = bench.plan(Map.of("Name", "_fname", "Key", "permit", "Risk", "risk"), MatchBy.FIELD, null);

        Job job = bench.run(bench.waiting(file, plan));

        assertThat(job.problem()).isNull();
        assertThat(rejected(job))
                .extracting(RejectedRow::code)
                .containsExactly("not-an-option", "key-missing", "too-many-values");
        assertThat(rejected(job).get(2).sentence()).startsWith("The row has more values than there are columns");
        assertThat(job.progress())
                .containsEntry("rows", 5L)
                .containsEntry("added", 2L)
                .containsEntry("rejected", 3L);
    }

    @Test
    void anEmptyCellLeavesTheFieldUnlessItIsToEmptyIt() {
        bench.run(bench.waiting("Key,Name\n1,Ann\n".getBytes(UTF_8), bench.plan(NAMES, MatchBy.FIELD, null)));
        bench.run(bench.waiting("Key,Name\n1,\n".getBytes(UTF_8), bench.plan(NAMES, MatchBy.FIELD, null)));
        assertThat(bench.count("select count(*) from profile where database_id = $1 and fname = 'Ann'"))
                .isOne();

        ImportPlan clearing = new ImportPlan(
                bench.database.id(),
                0,
                "csv",
                Map.of(),
                NAMES,
                WriteMode.ONLY_UPDATE,
                MatchBy.FIELD,
                "permit",
                true,
                "",
                List.of(),
                null);
        Job job = bench.run(bench.waiting("Key,Name\n1,\n2,Bob\n".getBytes(UTF_8), clearing));
        assertThat(job.progress()).containsEntry("updated", 1L).containsEntry("skipped", 1L);
        assertThat(bench.count("select count(*) from profile where database_id = $1 and fname is null"))
                .isOne();
    }

    @Test
    void aFileThatBreaksInTheMiddleKeepsTheRowsBeforeAndSaysWhy() {
        byte[] good = people(3000);
        byte[] broken = new byte[good.length + 2];
        System.arraycopy(good, 0, broken, 0, good.length);
        broken[good.length] = (byte) 0xff;
        broken[good.length + 1] = (byte) 0xfe;
        ImportPlan plan = bench.plan(NAMES, MatchBy.NOTHING, null);
        ImportPlan utf8 = new ImportPlan(
                plan.databaseId(),
                0,
                "csv",
                Map.of("encoding", "utf-8"),
                plan.columns(),
                plan.mode(),
                plan.match(),
                "",
                false,
                "",
                List.of(),
                null);

        Job job = bench.run(bench.waiting(broken, utf8));

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(Objects.requireNonNull(job.problem()).sentence()).isNotBlank();
        assertThat(bench.count("select count(*) from profile where database_id = $1"))
                .isEqualTo(job.progress().get("added"));
    }

    @Test
    void aBadFileFailsWithASentenceAndWritesNothing() {
        assertThat(failure(new byte[0])).isEqualTo("empty-file");
        assertThat(failure(new byte[] {0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 1, 2, 3}))
                .isEqualTo("binary-file");
        assertThat(failure("Key;Nom\n1;Ann\n".getBytes(UTF_8))).isEqualTo("column-missing");
        assertThat(bench.count("select count(*) from profile where database_id = $1"))
                .isZero();
    }

    @Test
    void aFieldOfAMegabyteAndAnUnbalancedQuoteHarmNobody() {
        String huge = "Key,Name\n1," + "x".repeat(1 << 20) + "\n2,Bob\n";
        Job long1 = bench.run(bench.waiting(huge.getBytes(UTF_8), bench.plan(NAMES, MatchBy.FIELD, null)));
        assertThat(long1.progress()).containsEntry("rejected", 1L).containsEntry("added", 1L);

        String open = "Key,Name\n3,Cy\n4,\"Di\n5,Ed\n";
        Job job = bench.run(bench.waiting(open.getBytes(UTF_8), bench.plan(NAMES, MatchBy.FIELD, null)));
        assertThat(job.state() == JobState.FAILED || job.progress().getOrDefault("rejected", 0L) > 0)
                .isTrue();
    }

    private String failure(byte[] file) {
        Job job = bench.run(bench.waiting(file, bench.plan(NAMES, MatchBy.FIELD, null)));
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(Objects.requireNonNull(job.problem()).sentence()).endsWith(".");
        return job.problem().code();
    }

    private List<RejectedRow> rejected(Job job) {
        return await(bench.jobs.rejected(1, job.id(), 0, 100));
    }

    private static byte[] people(int count) {
        return ("Key,Name,Phone\n"
                        + IntStream.range(0, count)
                                .mapToObj(i -> i + ",Name " + i + ",808-988-" + (1000 + i % 9000))
                                .collect(Collectors.joining("\n", "", "\n")))
                .getBytes(StandardCharsets.UTF_8);
    }
}
