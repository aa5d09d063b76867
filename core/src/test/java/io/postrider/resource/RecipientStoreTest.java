package io.postrider.resource;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.profile.DatabaseStore;
import io.postrider.profile.Step;
import io.postrider.store.Database;
import io.postrider.store.Database.Plans;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class RecipientStoreTest {
    private static final long DATABASE = 77;
    private static final String PROFILES = """
            insert into profile (account_id, database_id, id, fname, bdate, phones, fields, created_at, updated_at)
            select 1, $1, i, 'Name ' || i, '1990-05-17', array['1808' || i], '{"points": 7, "since": "2020-02-02"}', now(), now()
            from generate_series(1, 20000) i
            """;
    private static final String SUBSCRIPTIONS = """
            insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
              status, source, created_at, updated_at)
            select 1, 100000 + i, 5, 'sms', $1, i, '1808' || i / 2, 18080000000 + i / 2, i % 7, 'file', now(), now()
            from generate_series(1, 20000) i
            """;
    private final DatabaseStore databases;
    private final RecipientStore recipients;
    private final Audience audience = new Audience(1, 5, "sms", DATABASE);

    RecipientStoreTest(Database database, Ids ids) {
        this.databases = new DatabaseStore(database, ids);
        this.recipients = new RecipientStore(database, databases);
    }

    @BeforeAll
    static void twentyThousandProfiles(Database database) {
        await(database.query("""
                insert into profile_database (account_id, id, name, created_at) values (1, $1, 'Recipients', now())
                """, DATABASE));
        await(database.query("""
                insert into profile_field (account_id, database_id, name, label, type, position)
                values (1, $1, 'points', 'Points', 'integer', 0), (1, $1, 'since', 'Since', 'date', 1)
                """, DATABASE));
        await(database.query(PROFILES, DATABASE));
        await(database.query(SUBSCRIPTIONS, DATABASE));
    }

    @Test
    void aRangeIsReadPageByPageInTheOrderOfContactsAndThenOfAge() {
        List<Recipient> first = await(recipients.inRange(audience, 18080000002L, 18080000005L, null, 3));
        List<Recipient> rest =
                await(recipients.inRange(audience, 18080000002L, 18080000005L, first.get(first.size() - 1), 100));

        assertThat(first).extracting(Recipient::profileId).containsExactly(4L, 5L, 6L);
        assertThat(rest).extracting(Recipient::profileId).containsExactly(7L, 8L, 9L, 10L, 11L);
        assertThat(first.get(2).status()).isEqualTo(6);
    }

    @Test
    void aRecipientBringsItsStandardAndCustomFieldsInTheirTypes() {
        Recipient recipient =
                await(recipients.somebody(audience, 4, Step.CHOSEN)).orElseThrow();

        assertThat(recipient.profile())
                .containsEntry("_id", "4")
                .containsEntry("_fname", "Name 4")
                .containsEntry("_bdate", LocalDate.of(1990, 5, 17))
                .containsEntry("phones", List.of("18084"))
                .containsEntry("points", 7L)
                .containsEntry("since", LocalDate.of(2020, 2, 2))
                .doesNotContainKey("_lname");
    }

    @Test
    void thePreviewStepsFromOneSubscribedProfileToTheNext() {
        assertThat(await(recipients.somebody(audience, 0, Step.NEXT))
                        .orElseThrow()
                        .profileId())
                .isEqualTo(7);
        assertThat(await(recipients.somebody(audience, 7, Step.NEXT))
                        .orElseThrow()
                        .profileId())
                .isEqualTo(14);
        assertThat(await(recipients.somebody(audience, 14, Step.PREVIOUS))
                        .orElseThrow()
                        .profileId())
                .isEqualTo(7);
        assertThat(await(recipients.somebody(audience, 7, Step.PREVIOUS))).isEmpty();
    }

    @Test
    void theWholeAudienceIsReadWithoutStatisticsInTimeThatGrowsWithThePagesOnly(Vertx vertx, PostgresAddress address) {
        Database byIndex = Database.open(vertx, address, 1, Plans.BY_INDEX);
        RecipientStore rendering = new RecipientStore(byIndex, databases);
        int seen = 0;
        List<Recipient> page = await(rendering.inRange(audience, 0, Long.MAX_VALUE, null, 500));
        while (!page.isEmpty()) {
            seen += page.size();
            page = await(rendering.inRange(audience, 0, Long.MAX_VALUE, page.get(page.size() - 1), 500));
        }
        String plan = plan(byIndex);
        await(byIndex.close());

        assertThat(seen).isEqualTo(20_000);
        assertThat(plan).contains("subscription_account_id_resource_id").doesNotContain("Seq Scan", "Sort");
    }

    private static String plan(Database byIndex) {
        SqlConnection connection = await(byIndex.connection());
        RowSet<Row> rows = await(connection
                .query("explain (generic_plan) " + RecipientStore.IN_RANGE)
                .execute());
        await(connection.close());
        return String.join("\n", Database.rows(rows, row -> row.getString(0)));
    }
}
