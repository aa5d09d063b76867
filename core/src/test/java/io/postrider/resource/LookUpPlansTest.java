package io.postrider.resource;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.store.Database;
import io.postrider.store.TestDatabase;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An import makes its tables grow under plans that were made when they were empty: those plans must be probes of an index. */
@ExtendWith(TestDatabase.class)
final class LookUpPlansTest {
    private static final List<String> FILLING = List.of(
            "alter table profile_key set (autovacuum_enabled = off)",
            "alter table subscription set (autovacuum_enabled = off)",
            """
            insert into profile_key (account_id, database_id, field, value, profile_id)
            select 1, 7, 'phones', (18085550000 + g)::text, g from generate_series(1, 20000) g""",
            """
            insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
              status, source, created_at, updated_at)
            select 1, g, 5, 'sms', 7, g, (18085550000 + g)::text, 18085550000 + g, 0, 'file', now(), now()
            from generate_series(1, 20000) g""");
    private final Database database;

    LookUpPlansTest(Database database) {
        this.database = database;
    }

    @Test
    void withoutStatisticsTooAKeyIsFoundByTheKeyAndAPhoneByTheContact() {
        FILLING.forEach(sql -> await(database.query(sql)));

        assertThat(plan(ProfileBatchStore.BY_KEY)).contains("profile_key_pkey").contains("value = v.value");
        assertThat(plan(ProfileBatchStore.BY_SUBSCRIPTION))
                .contains("subscription_account_id_resource_id")
                .contains("contact_key = (v.value)::bigint");
    }

    private String plan(String sql) {
        SqlConnection connection = await(database.connection());
        List<String> lines = Database.rows(
                await(connection.query("explain (generic_plan) " + sql).execute()), row -> row.getString(0));
        await(connection.close());
        return String.join("\n", lines);
    }
}
