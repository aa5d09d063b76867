package io.postrider;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.store.Database;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

@ExtendWith(TestDatabase.class)
final class RecountTest {
    private static final List<String> A_RUN = List.of("""
            insert into run (account_id, id, mailing_id, kind, state, channel, resource_id, database_id, template_id,
              template_version, sender_id, caller_id, tracking_base, validity_seconds, max_parts, seed, opened_at)
            values (1, 7, null, 'test', 'sending', 'sms', 1, 1, 1, 1, 11, 'S', '', 1, 1, 1, now())""", """
            create table if not exists message_of_test partition of message for values from (0) to (100)""", """
            create table if not exists event_of_test partition of message_event for values from (0) to (100)""", """
            insert into message (run_id, id, account_id, channel, contact_key, occurrence, database_id, profile_id,
              subscription_id, sender_id, template_version, parts, encoding, created_at, contact, body)
            select 7, i, 1, 'sms', i, 0, 1, 1, 1, 11, 1, 2, 0, '2026-11-01 10:30:00Z', i::text, 'x' from generate_series(1, 3) i""", """
            insert into message_event (run_id, message_id, at, kind, attempt, part, from_state, to_state, sender_id, cost)
            values (7, 1, '2026-11-01 11:30:00Z', 1, 1, 1, 0, 1, 11, 25000000),
              (7, 1, '2026-11-01 11:40:00Z', 1, 2, 1, 1, 1, 11, 500000)""", """
            insert into run_hour (account_id, run_id, sender_id, hour, from_state, to_state, code, n, parts, cost)
            values (1, 7, 11, '2026-11-01 10:00:00Z', -1, 0, '', 3, 6, 0), (1, 7, 11, '2026-11-01 11:00:00Z', 0, 1, '', 1, 2, 25000000),
              (1, 7, 11, '2026-11-01 11:00:00Z', 1, 1, '', 0, 0, 500000)""");
    private final Database database;
    private final String url;

    RecountTest(Database database, PostgresAddress address) {
        this.database = database;
        this.url = "postgresql://%s:%s@%s:%d/%s"
                .formatted(
                        address.user(),
                        address.password().reveal(),
                        address.host(),
                        address.port(),
                        address.database());
    }

    /** What the command wrote, and its exit code. */
    private record Said(int code, String text) {}

    @Test
    void aWrongCounterIsNamedAndMadeRight() {
        A_RUN.forEach(sql -> await(database.query(sql)));
        assertThat(recount().code()).isZero();
        await(database.query("update run_hour set n = 5 where run_id = 7 and from_state = 0"));
        await(database.query("update run_hour set cost = 1 where run_id = 7 and from_state = 1"));
        await(database.query("insert into run_exclusion (account_id, run_id, reason, n) values (1, 7, 'limit', 2)"));

        Said wrong = recount();
        Said repaired = recount("--repair");

        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.text())
                .contains("run 7, sender 11")
                .contains("the counter says 5 messages of 2 parts, the facts 1 of 2")
                .contains(
                        "the counter says 0 messages of 0 parts, the facts 0 of 0; it says a cost of 0.000001, the facts 0.5")
                .contains("left out: limit")
                .contains("the counters of 1 are wrong");
        assertThat(repaired.code()).isZero();
        assertThat(recount("--run", "7")).isEqualTo(new Said(0, "Counted 1 runs again: every counter is right.\n"));
    }

    @Test
    void aDatabaseOutOfReachIsAReasonOfItsOwn() {
        Said said = run("--set", "database.url=postgresql://a:b@127.0.0.1:1/c");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).startsWith("postrider: The counters could not be compared: ");
    }

    private Said recount(String... options) {
        return run(Stream.concat(Stream.of("--set", "database.url=" + url), Stream.of(options))
                .toArray(String[]::new));
    }

    private static Said run(String... options) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = new CommandLine(new Recount(to, to)).execute(options);
        return new Said(code, bytes.toString(StandardCharsets.UTF_8));
    }
}
