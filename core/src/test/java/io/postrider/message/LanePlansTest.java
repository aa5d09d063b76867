package io.postrider.message;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.store.Database;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a lane asks at every step is answered by probes of indexes, also before PostgreSQL knows anything of its tables. */
@ExtendWith(TestDatabase.class)
final class LanePlansTest {
    private static final List<String> FILLING =
            List.of("alter table dispatch_batch set (autovacuum_enabled = off)", """
            insert into dispatch_batch (account_id, sender_id, run_id, caller_id, priority, not_before, first_id, last_id,
              released, attempt)
            select 1, g % 7, g % 50, 'SHOP', 5, '-infinity', g, g, g - 1, 1 + g % 2 from generate_series(1, 50000) g""");
    private final Database database;

    LanePlansTest(Vertx vertx, PostgresAddress address) {
        this.database = Database.open(vertx, address, 2, Database.Plans.BY_INDEX);
    }

    @AfterEach
    void close() {
        await(database.close());
    }

    @Test
    void withoutStatisticsTooWhatIsDueAndWhatIsTakenIsFoundByIndexes() {
        FILLING.forEach(sql -> await(database.query(sql)));

        assertThat(plan(BatchStore.DUE))
                .doesNotContain("Seq Scan")
                .contains("(sender_id = $2) AND (run_id > w_1.run_id)")
                .contains("(sender_id = $2) AND (run_id = w.run_id) AND ((attempt > 1) = \"*VALUES*\".column1)"
                        + " AND (not_before <= $3)");
        assertThat(plan(BatchStore.PICK))
                .doesNotContain("Seq Scan")
                .contains("dispatch_batch_pkey")
                .contains("(run_id = b.run_id) AND (id > ");
    }

    @Test
    void whoseMessageAReceiptIsOfIsFoundByTheOperatorsId() {
        assertThat(plan(PassedReceiptStore.OTHERS))
                .containsPattern("Index Scan using message_event_[^ ]*operator[^ ]* on message_event")
                .contains("(operator_key = k.key) AND (sender_id = ANY")
                .doesNotContain("Seq Scan on message");
    }

    private String plan(String sql) {
        SqlConnection connection = await(database.connection());
        List<String> lines = Database.rows(
                await(connection.query("explain (generic_plan) " + sql).execute()), row -> row.getString(0));
        await(connection.close());
        return String.join("\n", lines);
    }
}
